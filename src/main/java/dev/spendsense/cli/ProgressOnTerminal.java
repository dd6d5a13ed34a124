package dev.spendsense.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with millions of transactions a second and the time left. Short runs end before it appears. */
final class ProgressOnTerminal implements ProgressDisplay {

    private static final Duration PATIENCE = Duration.ofMillis(700);

    /** Fits the narrowest usual terminal; asking for the real width would load a terminal library. */
    private static final int WIDTH = 79;

    private final PrintStream terminal;
    private ProgressBar bar;

    /** Told on the thread of the run, shown on that of the bar. */
    private volatile Optional<Duration> timeLeft = Optional.empty();

    ProgressOnTerminal() {
        this(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    ProgressOnTerminal(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void report(State state) {
        timeLeft = timeLeft(state);
        if (bar == null && state.elapsed().compareTo(PATIENCE) >= 0) {
            bar = bar(state);
        }
        if (bar != null) {
            bar.stepTo(state.users());
            bar.setExtraMessage(
                    switch (state.stage()) {
                        case LIVES -> String.format(Locale.ROOT, "%.2fM rows/s", state.rate() / 1e6);
                        case INDEXES -> "indexing";
                        case SYNC -> "syncing";
                        case DONE -> "done";
                    });
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    /** Nobody foretells how long indexes and the disk take, nor users before there is anything to go by. */
    private Optional<Duration> timeLeft(State state) {
        return switch (state.stage()) {
            case LIVES ->
                timeLeft.isPresent() || !state.timeLeft().isZero() ? Optional.of(state.timeLeft()) : Optional.empty();
            case INDEXES, SYNC -> Optional.empty();
            case DONE -> Optional.of(Duration.ZERO);
        };
    }

    private ProgressBar bar(State state) {
        return new ProgressBarBuilder()
                .setTaskName("users")
                .setInitialMax(state.totalUsers())
                .startsFrom(0, state.elapsed())
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .setEtaFunction(sofar -> timeLeft) // its own goes on as the run began, before anything was compiled
                .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                .build();
    }
}
