package dev.spendsense.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/** The default {@code generate} from the launcher's start to its end, its rules compiled before. */
final class ColdStart implements Benchmark {

    static final String NAME = "cold-start";

    private final Material material;

    ColdStart(Material material) {
        this.material = material;
    }

    @Override
    public Subject subject() {
        return new Subject(
                NAME,
                "the default generate from the launcher's start to its exit, rules compiled before, elapsed time",
                "s",
                false,
                Optional.of("a JVM that prints its version"));
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.figure(2.5));
    }

    @Override
    public void prepare() {
        if (material.launcher().isEmpty()) {
            throw new NotMeasurable("there is no launcher here; ./spendsense bench measures it");
        }
        measure();
        limit();
    }

    @Override
    public double measure() {
        return seconds(
                material.launcher().orElseThrow().toString(),
                "generate",
                "--force",
                "--out",
                material.file("cold.db").toString());
    }

    @Override
    public OptionalDouble limit() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return OptionalDouble.of(seconds(java.toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-version"));
    }

    private double seconds(String... command) {
        Path said = material.file("cold.log");
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            int code = process.waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (code != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + " ended with exit code " + code + ":\n" + Files.readString(said));
            }
            return seconds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the benchmark was cancelled");
        }
    }
}
