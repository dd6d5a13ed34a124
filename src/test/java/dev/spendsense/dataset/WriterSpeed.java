package dev.spendsense.dataset;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Prints how many transactions the writer stores, and how many one worker prepares, in a second of processor time. Run by
 * hand; the arguments are the number of users and of rounds.
 */
final class WriterSpeed {

    private static final int BLOCK = 16;

    private final RandomUsers users = new RandomUsers(1, 180);
    private long transactions;
    private long preparing;
    private long writing;

    private WriterSpeed() {}

    public static void main(String[] arguments) throws IOException {
        int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path folder = Files.createTempDirectory("writer-speed");
        Path file = folder.resolve("speed.db");
        for (int round = 0; round < rounds; round++) {
            new WriterSpeed().measure(file, users);
        }
        Files.deleteIfExists(file);
        Files.deleteIfExists(WriteClaim.file(file));
        Files.delete(folder);
    }

    private void measure(Path file, int count) throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(file, true, users.origin())) {
            for (int first = 0; first < count; first += BLOCK) {
                UserBlock block = block(first);
                long start = processorTime();
                writer.write(block);
                writing += processorTime() - start;
                transactions += block.transactions();
            }
            long loaded = System.nanoTime();
            writer.complete();
            long completed = System.nanoTime();
            writer.publish();
            long published = System.nanoTime();
            System.out.printf(
                    "%,d transactions: prepared %,.0f/s, written %,.0f/s; completed in %d ms, synced in %d ms, %d MB%n",
                    transactions,
                    transactions * 1e9 / preparing,
                    transactions * 1e9 / writing,
                    (completed - loaded) / 1_000_000,
                    (published - completed) / 1_000_000,
                    Files.size(file) / 1_000_000);
        }
    }

    private UserBlock block(int first) {
        UserBlock block = new UserBlock();
        block.restart(first);
        for (int index = first; index < first + BLOCK; index++) {
            var history = users.history(index);
            var truth = users.truth(index);
            long start = processorTime();
            block.add(history, truth);
            preparing += processorTime() - start;
        }
        return block;
    }

    /** Nanoseconds that this thread has worked: other programs on the machine do not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
