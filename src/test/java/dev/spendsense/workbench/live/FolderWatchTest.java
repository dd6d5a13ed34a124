package dev.spendsense.workbench.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.workbench.SmallRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

    private static final Instant START = Instant.parse("2026-07-15T12:00:00Z");

    @TempDir
    private Path home;

    private SmallRules rules;
    private FolderWatch watch;

    @BeforeEach
    void become_acquainted() {
        rules = SmallRules.in(home.resolve("rules"));
        watch = new FolderWatch(rules.folder(), Duration.ofMillis(300));
        watch.acquaint();
    }

    private boolean settledAt(int millis) {
        return watch.hasSettled(START.plusMillis(millis));
    }

    @Test
    void nothing_is_told_while_nothing_changes() {
        assertThat(settledAt(0)).isFalse();
        assertThat(settledAt(10_000)).isFalse();
    }

    @Test
    void a_change_is_told_once_when_it_stands_still() {
        rules.write("parameters.yaml", "shorter");
        assertThat(settledAt(0)).isFalse();
        assertThat(settledAt(299)).isFalse();
        assertThat(settledAt(300)).isTrue();
        assertThat(settledAt(301)).isFalse();
        assertThat(settledAt(10_000)).isFalse();
    }

    @Test
    void several_files_that_are_saved_one_after_another_are_one_change() {
        rules.write("parameters.yaml", "a");
        assertThat(settledAt(0)).isFalse();
        rules.write("vocabulary.yaml", "b");
        assertThat(settledAt(250)).isFalse();
        rules.write("tests/more.yaml", "c");
        assertThat(settledAt(500)).isFalse();
        assertThat(settledAt(750)).isFalse();
        assertThat(settledAt(800)).isTrue();
    }

    @Test
    void files_that_come_and_go_are_changes_and_those_of_editors_are_none() throws IOException {
        rules.write("signals/.money.drl.swp", "x")
                .write("signals/money.drl~", "x")
                .write("README.md", "x");
        assertThat(settledAt(0)).isFalse();
        assertThat(settledAt(1_000)).isFalse();
        Files.delete(rules.folder().resolve("signals/cards.drl"));
        assertThat(settledAt(2_000)).isFalse();
        assertThat(settledAt(3_000)).isTrue();
    }

    @Test
    void what_changes_back_before_it_settles_is_no_change() throws IOException {
        Path file = rules.folder().resolve("signals/cards.drl");
        Path elsewhere = home.resolve("cards.drl");
        Files.move(file, elsewhere);
        assertThat(settledAt(0)).isFalse();
        Files.move(elsewhere, file);
        assertThat(settledAt(200)).isFalse();
        assertThat(settledAt(1_000)).isFalse();
    }
}
