package dev.spendsense.spark;

import dev.spendsense.dataset.formats.Part;
import dev.spendsense.dataset.formats.PartWriter;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** What an executor does with a range of users: makes them, and writes them as files of every table. */
final class RangeTask implements Function<UserRange, Part> {

    @Serial
    private static final long serialVersionUID = 1;

    private final Broadcast<Population> population;
    private final Broadcast<SerializableConfiguration> configuration;
    private final String folder;

    RangeTask(Broadcast<Population> population, Broadcast<SerializableConfiguration> configuration, String folder) {
        this.population = population;
        this.configuration = configuration;
        this.folder = folder;
    }

    @Override
    public Part call(UserRange range) throws IOException {
        Configuration hadoop = configuration.value().value();
        String attempt = "attempt-" + TaskContext.get().taskAttemptId();
        return write(population.value(), range, OutputFolder.at(folder, hadoop), hadoop, attempt);
    }

    /** @param attempt a name that no other attempt has */
    static Part write(Population population, UserRange range, OutputFolder folder, Configuration hadoop, String attempt)
            throws IOException {
        try (AttemptStore store = new AttemptStore(folder, hadoop, range, attempt);
                PartWriter writer = new PartWriter(store, range.first(), range.users())) {
            population.generation().forEach(range.first(), range.end(), user -> {
                try {
                    writer.write(user);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            if (!writer.isFull()) {
                throw new IOException("users " + range.first() + " to " + (range.end() - 1) + " were interrupted");
            }
            Part complete = writer.complete().withoutBlocks();
            new CompleteRanges(folder).add(complete, attempt);
            return complete;
        }
    }
}
