package dev.spendsense.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.dataset.RandomFindings;
import dev.spendsense.dataset.RandomUsers;
import dev.spendsense.dataset.RunRecord;
import dev.spendsense.dataset.formats.FolderReader;
import dev.spendsense.dataset.formats.FolderTarget;
import dev.spendsense.dataset.formats.FolderTarget.Existing;
import dev.spendsense.dataset.formats.Format;
import dev.spendsense.simulation.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A population written as Parquet: the same one as in a dataset, and gone on with after an interruption. */
class FolderGenerationTest {

    private static final int USERS = 2_500;

    @TempDir
    private Path temporary;

    private final RandomUsers users = new RandomUsers(8, 3);

    @Test
    void a_folder_and_a_dataset_hold_the_same() {
        RunRecord dataset = generation(this::live)
                .into(temporary.resolve("some.db"), false, 2, Progress.NONE)
                .run();
        GenerationResult folder = generation(this::live).into(target("folder", Existing.REFUSE), 2, Progress.NONE);
        assertThat(folder.run()).isEqualTo(dataset);
        assertThat(FolderReader.open(folder.dataset()).into(temporary.resolve("again.db"), false))
                .isEqualTo(dataset);
    }

    @Test
    void an_interrupted_run_goes_on_after_the_users_it_has_completed() throws IOException {
        GenerationResult whole = generation(this::live).into(target("whole", Existing.REFUSE), 2, Progress.NONE);
        assertThatThrownBy(() -> generation(failingAt(2_200)).into(target("cut", Existing.REFUSE), 2, Progress.NONE))
                .hasMessageContaining("user number 2200 failed");
        Path cut = temporary.resolve("cut");
        assertThat(cut.resolve("manifest.json")).doesNotExist();
        assertThatThrownBy(() -> FolderReader.open(cut)).hasMessageContaining("not complete");
        assertThatThrownBy(() -> generation(this::live).into(target("cut", Existing.REFUSE), 2, Progress.NONE))
                .hasMessageContaining("an interrupted run with 2 complete ranges of users; --resume goes on with it");
        Map<String, FileTime> kept = changed(cut);

        Set<Integer> lived = new ConcurrentSkipListSet<>();
        GenerationResult resumed = generation(user -> {
                    lived.add(user);
                    return live(user);
                })
                .into(target("cut", Existing.CONTINUE), 2, Progress.NONE);
        assertThat(lived).hasSize(500).allMatch(user -> user >= 2_000);
        assertThat(resumed.usersKept()).isEqualTo(2_000);
        assertThat(resumed.transactionsMade())
                .isEqualTo(whole.transactionsMade()
                        - IntStream.range(0, 2_000)
                                .mapToLong(user ->
                                        users.history(user).transactions().size())
                                .sum());
        assertThat(resumed.run()).isEqualTo(whole.run());
        assertThat(changed(cut)).containsAllEntriesOf(kept);
        assertThat(contents(cut)).isEqualTo(contents(temporary.resolve("whole")));
    }

    @Test
    void any_number_of_threads_writes_the_same_files() throws IOException {
        generation(this::live).into(target("one", Existing.REFUSE), 1, Progress.NONE);
        generation(this::live).into(target("five", Existing.REFUSE), 5, Progress.NONE);
        assertThat(contents(temporary.resolve("five"))).isEqualTo(contents(temporary.resolve("one")));
    }

    @Test
    void a_range_in_the_middle_is_written_again_alone() throws IOException {
        GenerationResult whole = generation(this::live).into(target("whole", Existing.REFUSE), 2, Progress.NONE);
        assertThatThrownBy(() -> generation(failingAt(2_200)).into(target("cut", Existing.REFUSE), 2, Progress.NONE))
                .hasMessageContaining("failed");
        Files.delete(temporary.resolve("cut/users/users-00000000-00000999.parquet"));
        Set<Integer> lived = new ConcurrentSkipListSet<>();
        GenerationResult resumed = generation(user -> {
                    lived.add(user);
                    return live(user);
                })
                .into(target("cut", Existing.CONTINUE), 2, Progress.NONE);
        assertThat(lived).hasSize(1_500).noneMatch(user -> user >= 1_000 && user < 2_000);
        assertThat(resumed.run()).isEqualTo(whole.run());
        assertThat(contents(temporary.resolve("cut"))).isEqualTo(contents(temporary.resolve("whole")));
    }

    @Test
    void a_range_whose_files_are_not_whole_is_written_again() throws IOException {
        GenerationResult whole = generation(this::live).into(target("whole", Existing.REFUSE), 2, Progress.NONE);
        assertThatThrownBy(() -> generation(failingAt(2_200)).into(target("cut", Existing.REFUSE), 2, Progress.NONE))
                .hasMessageContaining("failed");
        Path cut = temporary.resolve("cut/scores/users-00001000-00001999.parquet");
        Files.write(cut, new byte[] {1});
        GenerationResult resumed = generation(this::live).into(target("cut", Existing.CONTINUE), 2, Progress.NONE);
        assertThat(resumed.run()).isEqualTo(whole.run());
        assertThat(contents(temporary.resolve("cut"))).isEqualTo(contents(temporary.resolve("whole")));
    }

    @Test
    void only_the_same_run_is_gone_on_with() {
        assertThatThrownBy(() -> generation(failingAt(1_500)).into(target("cut", Existing.REFUSE), 2, Progress.NONE))
                .hasMessageContaining("failed");
        Generation other = new Generation(new RandomUsers(9, 3).origin(), USERS, this::live);
        assertThatThrownBy(() -> other.into(target("cut", Existing.CONTINUE), 2, Progress.NONE))
                .hasMessageContaining("an interrupted run of something else (seed 8)");
    }

    @Test
    void a_run_that_completes_nothing_leaves_nothing() {
        assertThatThrownBy(() -> generation(failingAt(3)).into(target("none", Existing.REFUSE), 2, Progress.NONE))
                .hasMessageContaining("failed");
        assertThat(temporary.resolve("none")).isEmptyDirectory();
    }

    private Generation generation(IntFunction<Life> lives) {
        return new Generation(
                users.origin(),
                USERS,
                lives,
                Optional.of(
                        new Judgement(RandomFindings.RULES, history -> List.of(RandomFindings.of(history)), () -> 0)));
    }

    private Life live(int user) {
        return new Life(users.history(user), users.truth(user));
    }

    private IntFunction<Life> failingAt(int number) {
        return user -> {
            if (user == number) {
                throw new IllegalStateException("no electricity");
            }
            return live(user);
        };
    }

    private FolderTarget target(String name, Existing existing) {
        return new FolderTarget(temporary.resolve(name), Format.PARQUET, 1_000, existing);
    }

    private static Map<String, FileTime> changed(Path folder) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".parquet")).toList()) {
                times.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    private static Map<String, Integer> contents(Path folder) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
