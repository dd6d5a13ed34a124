package dev.spendsense.web.datasets;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.web.ServiceSettings;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The datasets of the data folder. Each is opened when it is first asked for, and again when its file is another one than
 * before; every request looks, which costs some microseconds.
 */
@Component
public final class Datasets {

    private static final Logger LOG = LoggerFactory.getLogger(Datasets.class);
    private static final String ENDING = ".db";

    /** How long those who began to read a dataset may go on when its file is another one. */
    private static final Duration LAST_READERS = Duration.ofMinutes(1);

    /** As runs may be called. What the service keeps for itself, {@code server.db} and {@code NAME.ops.db}, is none. */
    private static final Pattern NAME = Pattern.compile("(?!server$)[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final Path folder;
    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Queue<ServedDataset> retired = new ConcurrentLinkedQueue<>();

    /**
     * A file as it was when it was last looked at.
     *
     * @param dataset empty when it cannot be read
     * @param fault why it cannot be read; null when it can
     */
    private record Entry(FileStamp stamp, Optional<ServedDataset> dataset, String fault) {}

    Datasets(ServiceSettings settings, Clock clock) {
        this.folder = settings.folder();
        this.clock = clock;
    }

    /** The data folder. */
    public Path folder() {
        return folder;
    }

    /** Whether a dataset can be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * A dataset by its name, which may be anything.
     *
     * @throws Problem when there is none, or it is damaged
     */
    public ServedDataset find(String name) {
        Listed listed = look(name).orElseThrow(() -> unknown(name));
        return listed.dataset().orElseThrow(() -> damaged(name, listed.fault()));
    }

    /**
     * A file of the folder with the name of a dataset.
     *
     * @param dataset empty when it cannot be read
     * @param fault why not; null when it can be read
     */
    public record Listed(String name, Optional<ServedDataset> dataset, String fault) {}

    /** All there are at this moment, by name, damaged ones too. */
    public List<Listed> list() {
        return names().stream().flatMap(name -> look(name).stream()).toList();
    }

    /** Takes a dataset for damaged until its file changes: somebody has found out by reading. */
    public void suspect(ServedDataset dataset, DatasetException found) {
        LOG.error("dataset {} is damaged", dataset.name(), found);
        entries.computeIfPresent(
                dataset.name(),
                (name, entry) -> entry.dataset().filter(dataset::equals).isPresent() ? broken(entry, found) : entry);
    }

    private Entry broken(Entry entry, DatasetException found) {
        entry.dataset().ifPresent(this::retire);
        return new Entry(entry.stamp(), Optional.empty(), brief(found));
    }

    private Optional<Listed> look(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        Path file = folder.resolve(name + ENDING);
        Optional<FileStamp> stamp = FileStamp.of(file);
        Entry entry = entries.get(name);
        if (entry == null ? stamp.isPresent() : !stamp.equals(Optional.of(entry.stamp()))) {
            entry = entries.compute(name, (key, known) -> renewed(name, file, known));
        }
        return Optional.ofNullable(entry).map(it -> new Listed(name, it.dataset(), it.fault()));
    }

    private Entry renewed(String name, Path file, Entry known) {
        Optional<FileStamp> stamp = FileStamp.of(file);
        if (known != null && stamp.equals(Optional.of(known.stamp()))) {
            return known;
        }
        if (known != null) {
            known.dataset().ifPresent(this::retire);
        }
        return stamp.map(now -> opened(name, file, now)).orElse(null);
    }

    private static Entry opened(String name, Path file, FileStamp stamp) {
        try {
            return new Entry(stamp, Optional.of(ServedDataset.open(name, file, stamp)), null);
        } catch (DatasetException e) {
            LOG.warn("dataset {} cannot be served: {}", name, e.getMessage());
            return new Entry(stamp, Optional.empty(), brief(e));
        }
    }

    /** Without the folders of this machine. */
    private static String brief(DatasetException e) {
        return switch (e.reason()) {
            case NOT_A_DATASET -> "the file is no dataset";
            case OTHER_VERSION -> "the file is of another version of the program";
            case MISSING -> "the file has gone";
            default -> "the file is incomplete or altered";
        };
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .filter(Datasets::isName)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be listed", e);
        }
    }

    private static Problem unknown(String name) {
        return Problem.of(ProblemType.UNKNOWN_DATASET, "there is no dataset " + name)
                .with("dataset", name);
    }

    private static Problem damaged(String name, String fault) {
        return Problem.of(ProblemType.DAMAGED_DATASET, name + ": " + fault)
                .with("dataset", name)
                .with("fault", fault);
    }

    /** Lets go of files that are gone, and closes what nobody uses any more. */
    @Scheduled(fixedDelay = 5_000)
    void tidy() {
        List.copyOf(entries.keySet()).forEach(this::look);
        Instant longAgo = clock.instant().minus(LAST_READERS);
        retired.removeIf(dataset -> {
            boolean over = dataset.isRetiredSince(longAgo);
            if (over) {
                dataset.close();
            }
            return over;
        });
    }

    private void retire(ServedDataset dataset) {
        dataset.retire(clock.instant());
        retired.add(dataset);
    }

    @PreDestroy
    void close() {
        List<ServedDataset> open = new ArrayList<>(retired);
        entries.values().forEach(entry -> entry.dataset().ifPresent(open::add));
        for (ServedDataset dataset : open) {
            dataset.retire(clock.instant());
            dataset.close();
        }
    }
}
