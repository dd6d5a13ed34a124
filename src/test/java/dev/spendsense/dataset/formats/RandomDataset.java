package dev.spendsense.dataset.formats;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.DatasetWriter;
import dev.spendsense.dataset.RandomFindings;
import dev.spendsense.dataset.RandomUsers;
import dev.spendsense.dataset.RunOrigin;
import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.UserBlock;
import java.nio.file.Path;

/** Users of every shape who were looked at several times. */
final class RandomDataset {

    private final RandomUsers users;

    RandomDataset(long seed) {
        this.users = new RandomUsers(seed);
    }

    RunOrigin origin() {
        return users.originWithRules();
    }

    StoredUser user(int position) {
        History history = users.history(position);
        return StoredUser.of(position, history, users.truth(position), RandomFindings.timeline(history));
    }

    /** As a run writes it. */
    void write(Path file, int count) {
        UserBlock block = new UserBlock();
        try (DatasetWriter writer = DatasetWriter.create(file, false, origin())) {
            for (int first = 0; first < count; first += UserBlock.USERS) {
                block.restart(first);
                for (int index = first; index < Math.min(count, first + UserBlock.USERS); index++) {
                    StoredUser user = user(index);
                    block.add(user.history(), user.truth(), user.timeline());
                }
                writer.write(block);
            }
            writer.complete();
            writer.publish();
        }
    }
}
