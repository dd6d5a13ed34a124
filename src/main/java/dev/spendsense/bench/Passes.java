package dev.spendsense.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Work that is done over and over and timed by the processor time of the whole process: what other programs do does not
 * count, but collecting this one's garbage does.
 */
final class Passes {

    /** Below this, the clock of the processors says little. */
    private static final double AT_LEAST = 0.03;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Settings settings;
    private final Runnable pass;

    Passes(Settings settings, Runnable pass) {
        this.settings = settings;
        this.pass = pass;
    }

    /** Does it until it has cost as much as was asked for. */
    Passes warm() {
        if (settings.warmUpSeconds() > 0) {
            seconds(settings.warmUpSeconds());
        }
        return this;
    }

    /** Seconds of processor time that a pass takes now, the mean of as many as make a sample. */
    double seconds() {
        return seconds(Math.max(AT_LEAST, settings.sampleSeconds()));
    }

    private double seconds(double atLeast) {
        long enough = (long) (atLeast * 1e9);
        long start = PROCESS.getProcessCpuTime();
        long spent;
        int passes = 0;
        do {
            pass.run();
            passes++;
            spent = PROCESS.getProcessCpuTime() - start;
        } while (spent < enough);
        return spent / 1e9 / passes;
    }

    /** Seconds of processor time that the process has taken since it began. */
    static double processSeconds() {
        return PROCESS.getProcessCpuTime() / 1e9;
    }
}
