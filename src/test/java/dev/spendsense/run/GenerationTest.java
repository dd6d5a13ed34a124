package dev.spendsense.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RandomUsers;
import dev.spendsense.run.Progress.Stage;
import dev.spendsense.run.Progress.State;
import dev.spendsense.simulation.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {

    private static final int USERS = 211;

    @TempDir
    private Path folder;

    private final RandomUsers users = new RandomUsers(5, 20);

    @Test
    void the_file_is_the_same_byte_for_byte_whatever_the_number_of_threads() throws IOException {
        byte[] one = Files.readAllBytes(generate(1));
        assertThat(generate(2)).hasBinaryContent(one);
        assertThat(generate(8)).hasBinaryContent(one);
    }

    @Test
    void a_users_rows_are_the_same_alone_and_among_others() {
        Path many = generate(2);
        Generation alone = new Generation(users.origin(), 1, index -> life(100));
        Path single = folder.resolve("single.db");
        alone.into(single, false, 1, Progress.NONE);
        String id = users.history(100).customer().id();
        try (Dataset one = Dataset.open(single);
                Dataset all = Dataset.open(many)) {
            assertThat(one.history(id)).isEqualTo(all.history(id));
            assertThat(one.fingerprint(id)).isEqualTo(all.fingerprint(id));
        }
    }

    @Test
    void the_result_says_what_was_made() throws IOException {
        Path file = folder.resolve("result.db");
        GenerationResult result = generation(this::life).into(file, false, 2, Progress.NONE);
        try (Dataset dataset = Dataset.open(file)) {
            assertThat(result.run()).isEqualTo(dataset.run());
            assertThat(result.run().counts()).containsEntry("users", (long) USERS);
        }
        assertThat(result.bytes()).isEqualTo(Files.size(file));
        assertThat(result.timings().simulate()).isPositive();
        assertThat(result.timings().write())
                .isPositive()
                .isLessThan(result.timings().elapsed());
    }

    @Test
    void progress_goes_through_the_stages_on_the_thread_that_asked() {
        List<State> states = new ArrayList<>();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        GenerationResult result = generation(this::life).into(folder.resolve("progress.db"), false, 2, state -> {
            states.add(state);
            threads.add(Thread.currentThread());
        });
        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(states)
                .extracting(State::stage)
                .startsWith(Stage.LIVES)
                .endsWith(Stage.INDEXES, Stage.SYNC, Stage.DONE);
        State last = states.get(states.size() - 1);
        assertThat(last.users()).isEqualTo(last.totalUsers()).isEqualTo(USERS);
        assertThat(last.transactions()).isEqualTo(result.run().counts().get("transactions"));
        assertThat(last.timeLeft()).isZero();
    }

    @Test
    void a_life_that_fails_ends_the_run_and_leaves_nothing() throws IOException {
        Path file = folder.resolve("failed.db");
        IntFunction<Life> lives = index -> {
            if (index == 150) {
                throw new ArithmeticException("no such day");
            }
            return life(index);
        };
        assertThatThrownBy(() -> generation(lives).into(file, false, 2, Progress.NONE))
                .hasMessageContaining("user number 150")
                .hasRootCauseInstanceOf(ArithmeticException.class);
        assertThat(visibleFiles()).isEmpty();
    }

    @Test
    void a_listener_that_fails_ends_the_run_and_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> generation(this::life).into(folder.resolve("x.db"), false, 2, state -> {
                    if (state.stage() == Stage.SYNC) {
                        throw new IllegalStateException("no terminal");
                    }
                }))
                .hasMessage("no terminal");
        assertThat(visibleFiles()).isEmpty();
    }

    @Test
    void an_interrupted_run_ends_and_leaves_nothing() throws IOException {
        AtomicInteger lived = new AtomicInteger();
        Thread asking = Thread.currentThread();
        IntFunction<Life> lives = index -> {
            if (lived.incrementAndGet() == 60) {
                asking.interrupt();
            }
            return life(index);
        };
        assertThatThrownBy(() -> generation(lives).into(folder.resolve("x.db"), false, 2, Progress.NONE))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(visibleFiles()).isEmpty();
    }

    @Test
    void workers_run_ahead_of_the_writer_by_a_few_blocks_only() {
        AtomicInteger lived = new AtomicInteger();
        List<Integer> lead = new ArrayList<>();
        IntFunction<Life> lives = index -> {
            lived.incrementAndGet();
            return life(index);
        };
        try (PreparedUsers population =
                new PreparedUsers(USERS * 10, new Preparing(lives, (user, life) -> {}, Optional.empty()), 2)) {
            int taken = 0;
            while (population.hasNext()) {
                taken += population.next().users();
                lead.add(lived.get() - taken);
            }
        }
        assertThat(lead).allMatch(ahead -> ahead <= 9 * 16);
    }

    private Path generate(int threads) {
        Path file = folder.resolve(threads + ".db");
        generation(this::life).into(file, false, threads, Progress.NONE);
        return file;
    }

    private Generation generation(IntFunction<Life> lives) {
        return new Generation(users.origin(), USERS, lives);
    }

    private Life life(int index) {
        return new Life(users.history(index), users.truth(index));
    }

    private List<Path> visibleFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
