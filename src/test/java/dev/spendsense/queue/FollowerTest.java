package dev.spendsense.queue;

import static dev.spendsense.queue.Fixture.end;
import static dev.spendsense.queue.Fixture.small;
import static dev.spendsense.queue.Fixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {

    @TempDir
    private Path folder;

    private Fixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new Fixture(folder);
    }

    @Test
    void who_takes_nothing_until_the_end_still_hears_every_change_and_little_else() {
        try (RunQueue queue = fixture.open()) {
            Run run = queue.submit(small("2500")).run();
            List<Follower> slow = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                slow.add(queue.follow(run.id(), 0, () -> {}));
            }
            Run ended = end(queue, run);
            queue.close(); // after which all news has been carried
            for (Follower follower : slow) {
                List<Run> heard = drain(follower);
                assertThat(heard).hasSizeLessThanOrEqualTo(12);
                assertThat(heard.get(heard.size() - 1)).isEqualTo(ended);
                assertThat(heard).extracting(Run::status).contains(RunStatus.COMPLETED);
                assertThat(follower.over()).isTrue();
                follower.close();
            }
            assertThat(queue.followers()).isZero();
        }
    }

    @Test
    void one_who_never_returns_holds_up_no_run() {
        CountDownLatch never = new CountDownLatch(1);
        try (RunQueue queue = fixture.open()) {
            Run run = queue.submit(small("300")).run();
            Thread here = Thread.currentThread();
            Follower stuck = queue.follow(run.id(), Run.sequence(1), () -> {
                if (Thread.currentThread() == here) {
                    return; // told at once of what has happened already
                }
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Run second = queue.submit(small()).run();
            // followers are told by the thread that is stuck, so the store has to be asked
            while (!queue.find(second.id()).orElseThrow().status().ended()) {
                Thread.onSpinWait();
            }
            assertThat(queue.find(run.id()).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
            never.countDown();
            stuck.close();
        }
    }

    @Test
    void who_comes_back_hears_what_was_missed_and_nothing_twice() {
        try (RunQueue queue = fixture.open()) {
            Run run = queue.submit(small("1500")).run();
            List<Run> before = until(queue, run.id(), each -> each.status() == RunStatus.RUNNING);
            long last = before.get(before.size() - 1).sequence();
            Run ended = end(queue, run);

            try (Follower back = queue.follow(run.id(), last, () -> {})) {
                assertThat(drain(back)).containsExactly(ended);
                assertThat(back.over()).isTrue();
            }
            try (Follower knowsAll = queue.follow(run.id(), ended.sequence(), () -> {})) {
                assertThat(drain(knowsAll)).isEmpty();
                assertThat(knowsAll.over()).isTrue();
            }
        }
    }

    @Test
    void sequences_go_on_across_a_restart() {
        long last;
        try (RunQueue queue = fixture.open()) {
            Run run = queue.submit(small(Fixture.ENDLESS)).run();
            List<Run> heard = until(
                    queue,
                    run.id(),
                    each -> each.progress().filter(far -> far.users() > 300).isPresent());
            last = heard.get(heard.size() - 1).sequence();
        }
        try (RunQueue queue = fixture.open();
                Follower back = queue.follow("r1", last, () -> {})) {
            assertThat(drain(back)).extracting(Run::status).containsExactly(RunStatus.INTERRUPTED);
        }
    }

    @Test
    void a_run_that_is_deleted_ends_those_who_follow_it() {
        try (RunQueue queue = fixture.open()) {
            Run run = end(queue, queue.submit(small()).run());
            Follower follower = queue.follow(run.id(), 0, () -> {});
            drain(follower);
            queue.delete(run.id(), true, Fixture.ADMIN);
            assertThat(follower.over()).isTrue();
            assertThat(queue.followers()).isZero();
        }
    }

    private static List<Run> drain(Follower follower) {
        List<Run> heard = new ArrayList<>();
        for (Optional<Run> run = follower.poll(); run.isPresent(); run = follower.poll()) {
            heard.add(run.get());
        }
        return heard;
    }
}
