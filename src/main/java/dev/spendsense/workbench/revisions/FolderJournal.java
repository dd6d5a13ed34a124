package dev.spendsense.workbench.revisions;

import dev.spendsense.rules.RuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes several files of a rule folder as one, whatever stops the machine. The new texts are put on the disk beside the
 * old ones; then one small file, the journal, says what takes whose place. With it the change counts: whoever opens the
 * folder next finishes what was begun. Without it nothing has happened, and what lies beside the old texts is swept.
 *
 * <p>When the change is finished, the journal stays under another name until somebody has {@link #tell written down} that it
 * happened, so that no change is forgotten, whoever has finished it.
 */
public final class FolderJournal {

    private static final String JOURNAL = ".adopting";
    private static final String WAITING = ".adopting";
    private static final String ADOPTED = ".adopted-";
    private static final String TOLD_LATER = Pattern.quote(ADOPTED) + "\\d{9}";
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
     * @param returning whether the revision was kept before; missing in journals of older programs
     * @param kept the folder of the revisions; missing in journals of older programs
     */
    private record Entry(
            Revision revision, List<String> changed, List<String> removed, Boolean returning, String kept) {

        Entry {
            changed = List.copyOf(changed);
            removed = List.copyOf(removed);
        }
    }

    /**
     * A change that came to its end, and that nobody has confirmed to have written down.
     *
     * @param revision what the folder was made, with who did it, when and why this time; the parent is what it was before
     * @param returning whether the revision had been kept earlier
     */
    public record Adopted(Revision revision, boolean returning) {}

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
            Entry entry = new Entry(
                    revision,
                    List.copyOf(texts.keySet()),
                    removed,
                    kept.holds(revision.sha()),
                    kept.folder().toString());
            Path begun = folder.resolve(JOURNAL + ".partial");
            files.write(begun, JSON.writeValueAsString(entry));
            try (FileChannel held = hold(begun)) {
                files.rename(begun, folder.resolve(JOURNAL));
                files.force(folder);
                return finish(entry, kept, Optional.of(prepared)).orElse(revision);
            }
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
        if (Files.exists(folder.resolve(JOURNAL))) {
            return finishAs(entry -> Optional.of(kept));
        }
        try {
            sweep();
            return Optional.empty();
        } catch (IOException e) {
            throw unfinished(e);
        }
    }

    /**
     * Finishes, for whoever only reads or edits the folder, a change whose process has ended before it was finished; waits
     * for one that is under way. The revision is kept where that process kept its revisions.
     *
     * @return the revision that the folder now is; empty as for {@link #finish(RevisionStore)}
     * @throws UncheckedIOException when it cannot be finished
     */
    public Optional<Revision> resume() {
        return Files.exists(folder.resolve(JOURNAL))
                ? finishAs(
                        entry -> Optional.ofNullable(entry.kept()).map(Path::of).map(RevisionStore::in))
                : Optional.empty();
    }

    private Optional<Revision> finishAs(Function<Entry, Optional<RevisionStore>> store) {
        Path journal = folder.resolve(JOURNAL);
        try (FileChannel held = hold(journal)) {
            Optional<Entry> entry = entry(journal);
            Optional<RevisionStore> kept = entry.flatMap(store);
            return kept.isPresent() ? finish(entry.get(), kept.get(), Optional.empty()) : Optional.empty();
        } catch (NoSuchFileException finishedByAnother) {
            return Optional.empty();
        } catch (IOException e) {
            throw unfinished(e);
        }
    }

    private UncheckedIOException unfinished(IOException cause) {
        return new UncheckedIOException("what was begun in " + folder + " cannot be finished", cause);
    }

    /** Keeps others from finishing the same at the same time; whoever ends lets go of it. */
    private static FileChannel hold(Path journal) throws IOException {
        FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
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
        files.rename(folder.resolve(JOURNAL), nextUntold());
        files.force(folder);
        return known;
    }

    /**
     * Shows what was carried out here, oldest first, and forgets it. When the machine is stopped in between, the same is
     * shown again.
     *
     * @param reader has it on the disk when it returns; what it throws leaves the rest for the next time
     * @throws UncheckedIOException when it cannot be read, or not be forgotten
     */
    public void tell(Consumer<Adopted> reader) {
        try {
            for (Path told : untold()) {
                Optional<Entry> entry = entry(told);
                entry.ifPresent(it -> reader.accept(new Adopted(it.revision(), Boolean.TRUE.equals(it.returning()))));
                files.delete(told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what was adopted in " + folder + " cannot be told", e);
        }
    }

    private List<Path> untold() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(TOLD_LATER))
                    .sorted()
                    .toList();
        }
    }

    private Path nextUntold() throws IOException {
        List<Path> before = untold();
        int last = before.isEmpty()
                ? 0
                : Integer.parseInt(
                        before.get(before.size() - 1).getFileName().toString().substring(ADOPTED.length()));
        return folder.resolve(ADOPTED + String.format(Locale.ROOT, "%09d", last + 1));
    }

    private Optional<Entry> entry(Path journal) throws IOException {
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
