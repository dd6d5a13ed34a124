package dev.spendsense.workbench.revisions;

import dev.spendsense.rules.RuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes several files of a rule folder as one, whatever stops the machine. The new texts are put on the disk beside the
 * old ones; then one small file, the journal, says what takes whose place. With it the change counts: whoever opens the
 * folder next finishes what was begun. Without it nothing has happened, and what lies beside the old texts is swept.
 */
public final class FolderJournal {

    private static final String JOURNAL = ".adopting";
    private static final String WAITING = ".adopting";
    private static final int DEPTH = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final DurableFiles files;

    private FolderJournal(Path folder, DurableFiles files) {
        this.folder = folder.toAbsolutePath().normalize();
        this.files = files;
    }

    /** The journal of a rule folder. */
    public static FolderJournal of(Path folder) {
        return of(folder, step -> {});
    }

    /** With somebody who hears of every step of writing, and may stop it. */
    static FolderJournal of(Path folder, DurableFiles.Announcement announcement) {
        return new FolderJournal(folder, new DurableFiles(announcement));
    }

    /**
     * What is to happen.
     *
     * @param revision what the folder will be
     * @param changed paths of files with new texts
     * @param removed paths of files that go
     */
    private record Entry(Revision revision, List<String> changed, List<String> removed) {

        Entry {
            changed = List.copyOf(changed);
            removed = List.copyOf(removed);
        }
    }

    /**
     * Changes the folder, and keeps the revision that it then is.
     *
     * @param texts new texts by path within the folder
     * @param removed paths of files that go
     * @param source what the folder will be; kept aside before anything counts, or a disk that is full in between would
     *     have the folder changed without its revision
     * @param revision what is known of it
     * @return what is known of the revision, perhaps since earlier
     * @throws UncheckedIOException when it cannot be written; then the folder is as it was, or the change is finished by
     *     the next who opens the folder
     */
    public Revision carryOut(
            SortedMap<String, String> texts,
            List<String> removed,
            RuleSource source,
            Revision revision,
            RevisionStore kept) {
        RevisionStore.Prepared prepared = null;
        try {
            sweep();
            prepared = kept.prepare(source, revision);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path file = within(text.getKey());
                files.create(file.getParent());
                files.write(waiting(file), text.getValue());
                files.force(file.getParent());
            }
            Entry entry = new Entry(revision, List.copyOf(texts.keySet()), removed);
            Path begun = folder.resolve(JOURNAL + ".partial");
            files.write(begun, JSON.writeValueAsString(entry));
            files.rename(begun, folder.resolve(JOURNAL));
            files.force(folder);
            return finish(entry, kept, Optional.of(prepared)).orElse(revision);
        } catch (IOException e) {
            if (prepared != null) {
                kept.forget(prepared);
            }
            if (!Files.exists(folder.resolve(JOURNAL))) {
                sweepSilently();
            }
            throw new UncheckedIOException("the rules cannot be written to " + folder, e);
        }
    }

    /**
     * Finishes a change that was begun and not finished, if there is one. To be called before the folder is read.
     *
     * @return the revision that the folder now is; empty when nothing was left to do, or when somebody has edited the
     *     folder since
     * @throws UncheckedIOException when it cannot be finished
     */
    public Optional<Revision> finish(RevisionStore kept) {
        try {
            Optional<Entry> entry = entry();
            if (entry.isEmpty()) {
                sweep();
                return Optional.empty();
            }
            return finish(entry.get(), kept, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("what was begun in " + folder + " cannot be finished", e);
        }
    }

    /** Every step may have been taken before. */
    private Optional<Revision> finish(Entry entry, RevisionStore kept, Optional<RevisionStore.Prepared> prepared)
            throws IOException {
        TreeSet<Path> folders = new TreeSet<>();
        for (String path : entry.changed()) {
            Path file = within(path);
            if (Files.exists(waiting(file))) {
                files.rename(waiting(file), file);
            }
            folders.add(file.getParent());
        }
        for (String path : entry.removed()) {
            files.delete(within(path));
            folders.add(within(path).getParent());
        }
        for (Path each : folders) {
            if (Files.isDirectory(each)) {
                files.force(each);
            }
        }
        RuleSource source = RuleSource.read(folder);
        Revision revision = entry.revision();
        Optional<Revision> known = Optional.empty();
        if (source.revision().equals(revision.sha())) {
            known = Optional.of(
                    prepared.isPresent()
                            ? kept.keep(prepared.get())
                            : kept.keep(source, revision.parent(), revision.remark(), revision.fitness()));
        } else {
            prepared.ifPresent(kept::forget);
        }
        files.delete(folder.resolve(JOURNAL));
        files.force(folder);
        return known;
    }

    private Optional<Entry> entry() throws IOException {
        Path journal = folder.resolve(JOURNAL);
        try {
            return Optional.of(JSON.readValue(Files.readString(journal, StandardCharsets.UTF_8), Entry.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new IOException(journal + " is none that this program has written: remove it", e);
        }
    }

    private Path within(String path) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IOException("the path " + path + " leads out of the rule folder");
        }
        return file;
    }

    private static Path waiting(Path file) {
        return file.resolveSibling("." + file.getFileName() + WAITING);
    }

    /** What was put beside the old texts by somebody who was stopped before the journal said so. */
    private void sweep() throws IOException {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(JOURNAL))) {
            return;
        }
        List<Path> left = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            all.filter(FolderJournal::isLeft).forEach(left::add);
        }
        for (Path each : left) {
            Files.deleteIfExists(each);
        }
    }

    private static boolean isLeft(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && (name.endsWith(WAITING) || name.equals(JOURNAL + ".partial"));
    }

    private void sweepSilently() {
        try {
            sweep();
        } catch (IOException e) {
            // the next who opens the folder sweeps it
        }
    }
}
