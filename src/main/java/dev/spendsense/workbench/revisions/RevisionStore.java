package dev.spendsense.workbench.revisions;

import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.BrokenRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of revisions: {@code <sha>/} holds the texts of one, as a rule folder that can be used as it is, beside {@code
 * revision.json} with what is known about it; the file {@code current} names the one that counts.
 *
 * <p>A revision is there whole or not at all, and so is the pointer: both are written under other names, forced to the
 * disk and renamed. Several processes may keep revisions at once; the last one to finish is current.
 */
public final class RevisionStore {

    /** What the current revision is called where a revision is asked for. */
    public static final String CURRENT = "current";

    private static final String ABOUT = "revision.json";
    private static final String PARTIAL = ".partial";
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{4,64}");

    /** Keeping a revision takes a fraction of a second. */
    private static final Duration SURELY_DEAD = Duration.ofHours(1);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final DurableFiles files;

    private RevisionStore(Path folder, DurableFiles files) {
        this.folder = folder.toAbsolutePath().normalize();
        this.files = files;
    }

    /** The store in a folder, which is made when a revision is kept. */
    public static RevisionStore in(Path folder) {
        return in(folder, step -> {});
    }

    /** With somebody who hears of every step of writing, and may stop it. */
    static RevisionStore in(Path folder, DurableFiles.Announcement announcement) {
        return new RevisionStore(folder, new DurableFiles(announcement));
    }

    /** Where it is. */
    Path folder() {
        return folder;
    }

    /**
     * Keeps a revision and makes it current. One that was kept before stays as it was and only becomes current.
     *
     * @param parent what it was made from, where that is known
     * @param fitness what came of its trial
     * @return what is known about it, perhaps since earlier
     * @throws NoSuchRevision when it was kept before, and is no longer as it was kept
     * @throws UncheckedIOException when it cannot be written; then what was current still is
     */
    public Revision keep(RuleSource source, Optional<String> parent, Remark remark, Revision.Fitness fitness) {
        Revision revision = new Revision(source.revision(), parent, remark, fitness);
        try {
            return keep(prepare(source, revision));
        } catch (IOException e) {
            throw new UncheckedIOException("revision " + revision.brief() + " cannot be kept in " + folder, e);
        }
    }

    /**
     * A revision that is on the disk under names that nobody reads. To keep it takes no more room.
     *
     * @param sha of the revision
     * @param texts where its texts are; empty when they were kept before
     * @param pointer what is to be the pointer
     */
    record Prepared(String sha, Optional<Path> texts, Path pointer) {}

    /**
     * Writes all that there is to write of a revision, and nothing that anybody sees.
     *
     * @throws IOException when it cannot be written; then nothing of it is left
     * @throws NoSuchRevision when it was kept before, and is no longer as it was kept
     */
    Prepared prepare(RuleSource source, Revision revision) throws IOException {
        String sha = revision.sha();
        files.create(folder);
        forgetTheDead(revision.remark().at());
        boolean kept = Files.isDirectory(folder.resolve(sha));
        if (kept) {
            source(about(sha));
        }
        Prepared prepared = new Prepared(sha, kept ? Optional.empty() : Optional.of(partial(sha)), partial(CURRENT));
        try {
            if (!kept) {
                write(source, revision, prepared.texts().orElseThrow());
            }
            files.write(prepared.pointer(), sha + "\n");
        } catch (IOException e) {
            forget(prepared);
            throw e;
        }
        return prepared;
    }

    /** Lets what was prepared be seen, and count. */
    Revision keep(Prepared prepared) throws IOException {
        if (prepared.texts().isPresent()) {
            show(prepared.sha(), prepared.texts().get());
        }
        files.rename(prepared.pointer(), folder.resolve(CURRENT));
        files.force(folder);
        return about(prepared.sha());
    }

    /** Takes away what was prepared and not kept, if there is any of it. */
    void forget(Prepared prepared) {
        try {
            Files.deleteIfExists(prepared.pointer());
            if (prepared.texts().isPresent() && Files.exists(prepared.texts().get())) {
                remove(prepared.texts().get());
            }
        } catch (IOException e) {
            // the next who keeps a revision takes it for dead in time
        }
    }

    private void write(RuleSource source, Revision revision, Path partial) throws IOException {
        files.create(partial);
        Set<Path> folders = new TreeSet<>(Comparator.reverseOrder());
        folders.add(partial);
        for (Map.Entry<String, String> text : source.texts().entrySet()) {
            Path file = partial.resolve(text.getKey()).normalize();
            if (!file.startsWith(partial)) {
                throw new IOException("the path " + text.getKey() + " leads out of the rule folder");
            }
            files.create(file.getParent());
            for (Path each = file.getParent(); !each.equals(partial); each = each.getParent()) {
                folders.add(each);
            }
            files.write(file, text.getValue());
        }
        files.write(partial.resolve(ABOUT), JSON.writeValueAsString(Written.of(revision)) + "\n");
        for (Path each : folders) {
            files.force(each);
        }
    }

    private void show(String sha, Path partial) throws IOException {
        try {
            files.rename(partial, folder.resolve(sha));
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder.resolve(sha))) {
                throw e;
            }
            remove(partial); // somebody else was quicker, with the same texts
        }
        files.force(folder);
    }

    private Path partial(String name) {
        return folder.resolve("." + name + "." + UUID.randomUUID() + PARTIAL);
    }

    /** What a killed process left behind under names that nobody reads. */
    private void forgetTheDead(Instant now) throws IOException {
        for (Path each : list()) {
            if (each.getFileName().toString().endsWith(PARTIAL) && isDead(each, now)) {
                remove(each);
            }
        }
    }

    private static boolean isDead(Path partial, Instant now) throws IOException {
        try {
            return Files.getLastModifiedTime(partial).toInstant().isBefore(now.minus(SURELY_DEAD));
        } catch (NoSuchFileException finishedByItsOwner) {
            return false;
        }
    }

    private static void remove(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    /**
     * The revision that counts; empty before one was kept.
     *
     * @throws NoSuchRevision when the pointer leads nowhere
     */
    public Optional<Revision> current() {
        return pointer().map(this::about);
    }

    private Optional<String> pointer() {
        try {
            return Optional.of(Files.readString(folder.resolve(CURRENT)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("what is current cannot be read in " + folder, e);
        }
    }

    /** Whether a revision was kept, by its whole name. */
    public boolean holds(String sha) {
        return shas().contains(sha);
    }

    /** All revisions, those kept last first. */
    public List<Revision> log() {
        return shas().stream()
                .map(this::about)
                .sorted(Comparator.comparing(
                                (Revision revision) -> revision.remark().at())
                        .reversed()
                        .thenComparing(Revision::sha))
                .toList();
    }

    private List<String> shas() {
        try {
            return list().stream()
                    .filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> SHA.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the revisions in " + folder + " cannot be listed", e);
        }
    }

    /**
     * The one revision that a name means.
     *
     * @param name {@code current}, or the beginning of a revision's name, four characters at least
     * @throws NoSuchRevision when it means none or several
     */
    public Revision find(String name) {
        if (name.equals(CURRENT)) {
            return current().orElseThrow(() -> new NoSuchRevision("no revision is kept in " + folder));
        }
        List<String> meant = BEGINNING.matcher(name).matches()
                ? shas().stream().filter(sha -> sha.startsWith(name)).toList()
                : List.of();
        if (meant.size() == 1) {
            return about(meant.get(0));
        }
        String problem = meant.isEmpty() ? "no revision is called " + name : name + " may be several revisions";
        List<String> known = meant.isEmpty() ? shas() : meant;
        throw new NoSuchRevision(problem
                + (known.isEmpty()
                        ? "; none is kept in " + folder
                        : "; there is " + known.stream().map(Revision::brief).collect(Collectors.joining(", "))));
    }

    /**
     * The texts of a revision.
     *
     * @throws NoSuchRevision when they are not those that were kept
     */
    public RuleSource source(Revision revision) {
        Path place = folder.resolve(revision.sha());
        RuleSource source;
        try {
            source = RuleSource.read(place);
        } catch (BrokenRules broken) {
            throw new NoSuchRevision("revision " + revision.brief() + " cannot be read: " + broken.getMessage());
        }
        if (!source.revision().equals(revision.sha())) {
            throw new NoSuchRevision("revision " + revision.brief() + " is not as it was kept: a file in " + place
                    + " was changed, added or removed");
        }
        return source;
    }

    private Revision about(String sha) {
        Path file = folder.resolve(sha).resolve(ABOUT);
        try {
            return JSON.readValue(Files.readString(file), Written.class).revision();
        } catch (NoSuchFileException e) {
            throw new NoSuchRevision("revision " + Revision.brief(sha) + " has no " + ABOUT + " in " + folder);
        } catch (IOException | JacksonException e) {
            throw new NoSuchRevision(file + " cannot be read: " + e.getMessage());
        }
    }

    /** As it stands in the file, in the order in which people read it. */
    private record Written(
            String sha, String parent, Instant at, String author, String note, int rules, int warnings, int cases) {

        static Written of(Revision revision) {
            return new Written(
                    revision.sha(),
                    revision.parent().orElse(null),
                    revision.remark().at(),
                    revision.remark().author(),
                    revision.remark().note(),
                    revision.fitness().rules(),
                    revision.fitness().warnings(),
                    revision.fitness().cases());
        }

        Revision revision() {
            return new Revision(
                    sha,
                    Optional.ofNullable(parent),
                    new Remark(at, author, note),
                    new Revision.Fitness(rules, warnings, cases));
        }
    }
}
