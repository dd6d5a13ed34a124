package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.FingerprintTree;
import java.nio.file.Path;

/**
 * Where a folder of tables is to be written.
 *
 * @param folder made if it is not there
 * @param format of its files
 * @param usersAFile users a file, in a format that is partitioned: a multiple of
 *     {@link FingerprintTree#USERS_A_BLOCK}
 * @param existing what is done with what is there
 */
public record FolderTarget(Path folder, Format format, int usersAFile, Existing existing) {

    /** What is done with a dataset that is in the folder already. */
    public enum Existing {
        /** It is left alone. */
        REFUSE,
        /** It is removed first. */
        REPLACE,
        /** A run that was interrupted is gone on with, after the ranges of users that it completed. */
        CONTINUE
    }

    public FolderTarget {
        folder = folder.toAbsolutePath().normalize();
        if (usersAFile < 1 || usersAFile % FingerprintTree.USERS_A_BLOCK != 0) {
            throw new IllegalArgumentException(
                    "expected a multiple of " + FingerprintTree.USERS_A_BLOCK + " users a file, not " + usersAFile);
        }
    }

    int usersAFile(int users) {
        return format.partitioned() ? usersAFile : Math.max(1, users);
    }
}
