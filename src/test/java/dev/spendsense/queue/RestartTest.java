package dev.spendsense.queue;

import static dev.spendsense.queue.Fixture.ENDLESS;
import static dev.spendsense.queue.Fixture.end;
import static dev.spendsense.queue.Fixture.sent;
import static dev.spendsense.queue.Fixture.small;
import static dev.spendsense.queue.Fixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    private Path folder;

    private Fixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new Fixture(folder);
    }

    @Test
    void those_that_wait_are_made_after_a_restart_from_the_texts_that_were_accepted() {
        List<String> ids = new ArrayList<>();
        try (RunQueue queue = fixture.open()) {
            Run first = queue.submit(small(ENDLESS)).run();
            for (int i = 0; i < 3; i++) {
                ids.add(queue.submit(small()).run().id());
            }
            ids.add(queue.submit(sent("extends: demo.yaml\ndescription: sent\nperiod: {days: 40}\n"))
                    .run()
                    .id());
            until(queue, first.id(), run -> run.status() == RunStatus.RUNNING);
        }
        assertThat(fixture.files()).isEmpty();
        try (RunQueue queue = fixture.open()) {
            assertThat(queue.find("r1").orElseThrow().status()).isEqualTo(RunStatus.INTERRUPTED);
            for (String id : ids) {
                assertThat(end(queue, queue.find(id).orElseThrow()).status()).isEqualTo(RunStatus.COMPLETED);
            }
        }
        assertThat(fixture.files()).containsExactly("sent.db", "small-2.db", "small-3.db", "small-4.db");
    }

    @Test
    void a_folder_has_one_queue_at_a_time() {
        try (RunQueue queue = fixture.open()) {
            assertThatThrownBy(fixture::open)
                    .isInstanceOf(QueueFailure.class)
                    .hasMessageContaining("another server is using");
            assertThat(end(queue, queue.submit(small()).run()).status()).isEqualTo(RunStatus.COMPLETED);
        }
        fixture.open().close();
    }

    @Test
    void a_dataset_that_got_its_name_in_the_last_moment_completes_its_run() {
        RunMaker maker = new RunMaker(folder, Optional::empty, 1, "test");
        ScenarioSource source = Fixture.SHELF.source("small", List.of());
        Run run;
        try (RunQueue queue = fixture.open()) {
            run = end(queue, queue.submit(small()).run());
        }

        assertThat(maker.recover(run, source, "").result()).isEqualTo(run.result());

        String there = maker.stamp("small");
        assertThat(maker.recover(run, source, there).status()).isEqualTo(RunStatus.INTERRUPTED);
        ScenarioSource other = Fixture.SHELF.source("small", List.of("seed=8"));
        assertThat(maker.recover(run, other, "").status()).isEqualTo(RunStatus.INTERRUPTED);
        Run judged = run.judgedBy(Optional.of("other rules"));
        assertThat(maker.recover(judged, source, "").status()).isEqualTo(RunStatus.INTERRUPTED);
    }
}
