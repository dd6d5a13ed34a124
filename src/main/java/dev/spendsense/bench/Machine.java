package dev.spendsense.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where something was measured.
 *
 * @param processors how many the JVM may use
 * @param model what they are called
 * @param memoryMb megabytes of main memory
 * @param system name, version and architecture of the operating system
 * @param jdk version and vendor
 * @param heapMb megabytes that the heap may grow to
 * @param collectors names of the garbage collectors
 */
public record Machine(
        int processors, String model, long memoryMb, String system, String jdk, long heapMb, String collectors) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** This one. */
    static Machine here() {
        Runtime runtime = Runtime.getRuntime();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                runtime.availableProcessors(),
                processorModel(),
                system.getTotalMemorySize() >> 20,
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + ")",
                runtime.maxMemory() >> 20,
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")));
    }

    /** How many processes wanted a processor in the last minute; negative where the system does not say. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** What is another there, in words; empty when figures from both can be held against each other. */
    List<String> differences(Machine other) {
        List<String> differences = new ArrayList<>();
        add(differences, "processors", processors + " × " + model, other.processors + " × " + other.model);
        add(differences, "memory", memoryMb + " MB", other.memoryMb + " MB");
        add(differences, "system", system, other.system);
        add(differences, "JDK", jdk, other.jdk);
        add(differences, "heap", heapMb + " MB", other.heapMb + " MB");
        add(differences, "collectors", collectors, other.collectors);
        return differences;
    }

    private static void add(List<String> differences, String what, String mine, String others) {
        if (!mine.equals(others)) {
            differences.add(what + ": " + mine + " against " + others);
        }
    }

    /** Linux alone says it in a file. */
    private static String processorModel() {
        try (Stream<String> lines = Files.lines(PROCESSORS, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
