package dev.spendsense.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/**
 * Work that is done over and over and timed by the processor time of the whole process: what other programs do does not
 * count, but collecting this one's garbage does.
 */
final class Passes {

    /** Below this, the clock of the processors says little. */
    private static final double AT_LEAST = 0.03;

    /** Share of the processor time that compiling may take of what counts as warm. */
    private static final double HARDLY = 0.03;

    /** Five times the usual warming up in all, should compiling never end. */
    private static final int MOST_FURTHER_SAMPLES = 20;

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Settings settings;
    private final Runnable pass;

    Passes(Settings settings, Runnable pass) {
        this.settings = settings;
        this.pass = pass;
    }

    /**
     * Does it until it has cost as much as was asked for, and on until the JVM hardly compiles any more: compiling takes
     * processor time as well, which a long run spends once and a sample must not take for the price of the work.
     */
    Passes warm() {
        if (settings.warmUpSeconds() > 0) {
            seconds(settings.warmUpSeconds());
            int more = 0;
            while (more < MOST_FURTHER_SAMPLES && compilesDuringSample()) {
                more++;
            }
        }
        return this;
    }

    private boolean compilesDuringSample() {
        long processor = PROCESS.getProcessCpuTime();
        long compiling = COMPILER.getTotalCompilationTime();
        seconds();
        double spent = (PROCESS.getProcessCpuTime() - processor) / 1e6;
        return COMPILER.getTotalCompilationTime() - compiling > HARDLY * spent;
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
