package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void more_days_that_would_change_the_days_before_are_refused_at_the_first_user() {
        Path old = generate("life-events", "--users", 40);
        Path out = folder.resolve("new.db");
        assertThat(refusal("generate", "--continue", old, "--days", 400, "--no-rules", "--out", out))
                .containsPattern("the life of u\\w+ up to|was a customer from");
        assertThat(out).doesNotExist();
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
