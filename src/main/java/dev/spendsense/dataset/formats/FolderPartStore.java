package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.tables.PublicTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a range of users in a folder of this machine. */
final class FolderPartStore implements PartStore {

    private final FolderLayout layout;
    private final Format format;
    private final int firstUser;
    private final int users;

    FolderPartStore(FolderLayout layout, Format format, int firstUser, int users) {
        this.layout = layout;
        this.format = format;
        this.firstUser = firstUser;
        this.users = users;
    }

    @Override
    public TableFile create(PublicTable<?> table) throws IOException {
        Path file = underWay(table);
        Files.createDirectories(file.getParent());
        return format.create(table, file);
    }

    @Override
    public DataFile publish(PublicTable<?> table, long rows) throws IOException {
        String path = layout.path(table, firstUser, users);
        FolderJson.publish(underWay(table), layout.file(path));
        return new DataFile(table.name(), path, rows, Files.size(layout.file(path)));
    }

    @Override
    public void discard(PublicTable<?> table) throws IOException {
        Files.deleteIfExists(underWay(table));
    }

    private Path underWay(PublicTable<?> table) {
        return FolderLayout.underWay(layout.file(layout.path(table, firstUser, users)));
    }
}
