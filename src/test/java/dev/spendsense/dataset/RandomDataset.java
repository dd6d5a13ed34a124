package dev.spendsense.dataset;

import dev.spendsense.bank.History;
import java.nio.file.Path;

/** A dataset of random users with random findings at several looks. */
public final class RandomDataset {

    private RandomDataset() {}

    /** Writes so many of the users, those who consent with their findings. */
    public static Path write(Path file, RandomUsers users, int count) {
        RunOrigin origin = users.originWithRules();
        UserBlock block = new UserBlock();
        block.restart(0);
        try (DatasetWriter writer = DatasetWriter.create(file, false, origin)) {
            for (int index = 0; index < count; index++) {
                History history = users.history(index);
                block.add(history, users.truth(index), RandomFindings.timeline(history));
            }
            writer.write(block);
            writer.complete();
            writer.publish();
        }
        return file;
    }
}
