package dev.spendsense.bench;

import java.util.List;

/**
 * What a run of the benchmarks found.
 *
 * @param format version of this record's form
 * @param program what was measured
 * @param settings how
 * @param machine where
 * @param loadBefore load average of the last minute when it began; negative where the system does not say
 * @param loadAfter the same when it ended
 * @param measured what was measured, in the order of the suite
 * @param skipped what could not be
 */
public record Result(
        int format,
        Program program,
        Settings settings,
        Machine machine,
        double loadBefore,
        double loadAfter,
        List<Measured> measured,
        List<Skipped> skipped) {

    /** The form that this program writes and reads. */
    public static final int FORMAT = 1;

    /**
     * What was measured.
     *
     * @param version of the program
     * @param rules revision of the rules
     * @param scenario its name
     * @param seed origin of all randomness
     */
    public record Program(String version, String rules, String scenario, long seed) {}

    /**
     * Something that could not be measured.
     *
     * @param name what it is called
     * @param why in words for people
     */
    public record Skipped(String name, String why) {}

    /** Whether every target that could be measured was met. */
    public boolean metAll() {
        return measured.stream().flatMap(each -> each.targets().stream()).allMatch(Measured.Target::met);
    }

    /** Whether other programs kept more than an eighth of the processors busy when it began. */
    public boolean busy() {
        return loadBefore > machine.processors() / 8.0;
    }
}
