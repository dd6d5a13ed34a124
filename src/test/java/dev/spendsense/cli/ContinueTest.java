package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.formats.FolderReader;
import dev.spendsense.findings.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A population that goes on contains those who were there as they were, or is refused. */
class ContinueTest {

    @TempDir
    private Path folder;

    @Test
    void the_old_users_are_in_the_new_dataset_as_they_were() {
        Path old = generate("full-dataset", "--users", 24, "--days", 90, "--end", "2026-03-31", "--set", "seed=7");
        Path larger = folder.resolve("larger.db");
        Cli made = Cli.run("generate", "--continue", old, "--users", 40, "--no-rules", "--out", larger);
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err()).contains("40 users, 2026-01-01 to 2026-03-31");
        try (Dataset before = Dataset.open(old);
                Dataset after = Dataset.open(larger)) {
            assertThat(after.userIds()).hasSize(40).containsAll(before.userIds());
            for (String user : before.userIds()) {
                assertThat(after.fingerprint(user)).isEqualTo(before.fingerprint(user));
            }
            assertThat(after.run().origin().seed()).isEqualTo(7);
        }
    }

    @Test
    void less_than_there_was_or_something_else_is_refused() throws IOException {
        Path old = generate("demo", "--days", 60);
        Path out = folder.resolve("new.db");
        assertThat(refusal("generate", "--continue", old, "--days", 30, "--out", out))
                .contains("has 60 already");
        assertThat(refusal("generate", "--continue", old, "--users", 3, "--out", out))
                .contains("has 6 already");
        assertThat(refusal("generate", "--continue", old, "--seed", 3, "--out", out))
                .contains("stay as they were");
        assertThat(refusal("generate", "--continue", old, "--days", 70, "--out", old, "--force"))
                .contains("another file than");
        assertThat(refusal("generate", "full-dataset", "--continue", old, "--days", 70, "--out", out))
                .contains("was made from the scenario demo, not full-dataset");
        Path changed = folder.resolve("demo.yaml");
        Files.writeString(changed, Files.readString(Path.of("scenarios", "demo.yaml")) + "\n# more\n");
        assertThat(refusal("generate", changed, "--continue", old, "--days", 70, "--out", out))
                .contains("demo.yaml is not what");
        assertThat(out).doesNotExist();
    }

    @Test
    void more_days_and_users_leave_every_old_row_as_it_was() {
        Path old = generate("life-events", "--users", 40, "--days", 200, "--set", "seed=3");
        Path new_ = folder.resolve("new.db");
        Cli made = Cli.run(
                "generate",
                "--continue",
                old,
                "--users",
                55,
                "--days",
                290,
                "--no-rules",
                "--out",
                new_,
                "--threads",
                1);
        assertThat(made.code()).as(made.err()).isZero();
        try (Dataset before = Dataset.open(old);
                Dataset after = Dataset.open(new_)) {
            LocalDate end = before.run().origin().to();
            assertThat(after.run().origin().to()).isEqualTo(end.plusDays(90));
            assertThat(after.userIds()).hasSize(55).containsAll(before.userIds());
            for (String user : before.userIds()) {
                History was = before.history(user);
                assertThat(after.history(user).until(end)).isEqualTo(was);
                assertThat(after.history(user).transactions())
                        .hasSizeGreaterThan(was.transactions().size());
            }
        }
        assertThat(Cli.run("replay", "#17", "--dataset", new_).out()).contains("rows reproduced");
    }

    /** The dataset alone tells how it was made; how many threads made it, and in how many steps, does not show. */
    @Test
    void continuing_twice_with_looks_is_the_same_on_any_number_of_threads_and_can_be_replayed() throws Exception {
        Path old = folder.resolve("old.db");
        Cli.run("generate", "demo", "--days", 120, "--every", "30d", "--out", old);
        Path once = continued(old, "once.db", "--end", "2026-08-14", "--threads", 1);
        Path again = continued(old, "again.db", "--end", "2026-08-14", "--threads", 3);
        Path twice = continued(once, "twice.db", "--days", 240, "--threads", 2);
        try (Dataset first = Dataset.open(old);
                Dataset second = Dataset.open(once);
                Dataset same = Dataset.open(again);
                Dataset third = Dataset.open(twice)) {
            assertThat(same.run().fingerprint()).isEqualTo(second.run().fingerprint());
            assertThat(same.run().findingsFingerprint())
                    .isEqualTo(second.run().findingsFingerprint())
                    .isPresent();
            assertThat(third.run().origin().scenario().overrides()).contains("period.continued=[30, 90]");
            LocalDate end = first.run().origin().to();
            assertThat(third.run().origin().to()).isEqualTo(end.plusDays(120));
            for (String user : first.userIds()) {
                assertThat(looks(first, user)).isNotEmpty();
                assertThat(third.timeline(user).subList(0, looks(first, user).size()))
                        .isEqualTo(first.timeline(user));
                assertThat(third.timeline(user).subList(0, looks(second, user).size()))
                        .isEqualTo(second.timeline(user));
                assertThat(looks(third, user))
                        .endsWith(end.plusDays(30), end.plusDays(60), end.plusDays(90), end.plusDays(120));
                assertThat(Cli.run("replay", user, "--dataset", twice).code()).isZero();
            }
        }
    }

    private static List<LocalDate> looks(Dataset dataset, String user) {
        return dataset.timeline(user).stream().map(Findings::asOf).toList();
    }

    @Test
    void folders_of_tables_go_on_too() throws IOException {
        Path old = folder.resolve("old.parquet");
        Cli.run("generate", "demo", "--days", 60, "--format", "parquet", "--out", old);
        Path killed = Files.createDirectory(folder.resolve(".continued-1"));
        Files.writeString(killed.resolve("old.db"), "left by a run that was killed");
        Files.createFile(killed.resolve(".run.lock"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path letter = Files.writeString(elsewhere.resolve("letter.txt"), "dear");
        Files.createFile(elsewhere.resolve(".run.lock"));
        Path link = Files.createSymbolicLink(folder.resolve(".continued-2"), elsewhere);
        Path tables = continued(old, "new.parquet", "--days", 100, "--users", 9, "--format", "parquet");
        Path file = continued(old, "new.db", "--days", 100, "--users", 9);
        try (Dataset made = Dataset.open(file)) {
            assertThat(FolderReader.open(tables).manifest().record().fingerprint())
                    .isEqualTo(made.run().fingerprint());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(it -> it.getFileName().toString()).filter(it -> it.startsWith(".continued")))
                    .containsExactly(link.getFileName().toString());
        }
        assertThat(letter).hasContent("dear");
    }

    /** What people do with a dataset they can do with one that was continued. */
    @Test
    void every_command_takes_a_continued_dataset() {
        Path old = folder.resolve("old.db");
        Cli.run("generate", "full-dataset", "--users", 60, "--out", old);
        Path file = continued(old, "new.db", "--days", 270);
        String[][] commands = {
            {"validate", file.toString()},
            {"report", file.toString()},
            {"show", "#3", "--dataset", file.toString()},
            {"replay", "#3", "--dataset", file.toString()},
            {"twin", "#3", "--dataset", file.toString(), "--set", "intensity=0.5"},
            {"rules", "impact", "--with", "rules", "--base", "rules", "--dataset", file.toString()}
        };
        for (String[] command : commands) {
            Cli ran = Cli.run((Object[]) command);
            assertThat(ran.code())
                    .as("%s: %s %s", String.join(" ", command), ran.out(), ran.err())
                    .isZero();
        }
    }

    private Path continued(Path old, String name, Object... options) {
        Path file = folder.resolve(name);
        Object[] arguments = Stream.concat(Stream.of("generate", "--continue", old, "--out", file), Stream.of(options))
                .toArray();
        Cli made = Cli.run(arguments);
        assertThat(made.code()).as(made.err()).isZero();
        return file;
    }

    private String refusal(Object... arguments) {
        Cli refused = Cli.run(arguments);
        assertThat(refused.code()).isEqualTo(2);
        return refused.err();
    }

    private Path generate(String scenario, Object... options) {
        Path file = folder.resolve("old.db");
        Object[] arguments = new Object[options.length + 5];
        arguments[0] = "generate";
        arguments[1] = scenario;
        System.arraycopy(options, 0, arguments, 2, options.length);
        arguments[options.length + 2] = "--no-rules";
        arguments[options.length + 3] = "--out";
        arguments[options.length + 4] = file;
        Cli made = Cli.run(arguments);
        assertThat(made.code()).as(made.err()).isZero();
        return file;
    }
}
