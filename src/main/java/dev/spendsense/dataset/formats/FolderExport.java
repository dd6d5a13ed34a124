package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.StoredUser;
import java.util.List;

/** A dataset written once more, as a folder of tables. */
public final class FolderExport {

    private FolderExport() {}

    /**
     * Writes a folder.
     *
     * @throws DatasetException when the folder cannot be written, or the dataset cannot be read
     */
    public static Manifest write(Dataset dataset, FolderTarget target) {
        List<String> users = dataset.userIds();
        try (FolderWriter folder = FolderWriter.create(target, dataset.run().origin(), users.size())) {
            for (FolderWriter.Range range : folder.missing()) {
                folder.write(range, taken -> {
                    for (int position = range.first(); position < range.end(); position++) {
                        String user = users.get(position);
                        taken.accept(StoredUser.of(
                                position, dataset.history(user), dataset.groundTruth(user), dataset.timeline(user)));
                    }
                });
            }
            return folder.complete();
        }
    }
}
