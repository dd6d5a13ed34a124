package dev.spendsense.web.datasets;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.DatasetReaders;
import dev.spendsense.dataset.RunRecord;
import dev.spendsense.web.Versions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dataset that is open for reading by many threads. It stays the same for as long as it is held, even if its file is
 * replaced meanwhile; so hold it for one request.
 */
public final class ServedDataset {

    private static final Logger LOG = LoggerFactory.getLogger(ServedDataset.class);

    /** More would only wait for the same disk and the same few cores. */
    private static final int READERS = 8;

    private final String name;
    private final Path file;
    private final FileStamp stamp;
    private final DatasetReaders readers;
    private final Map<Object, Object> kept = new ConcurrentHashMap<>();
    private Instant retired;

    private ServedDataset(String name, Path file, FileStamp stamp, DatasetReaders readers) {
        this.name = name;
        this.file = file;
        this.stamp = stamp;
        this.readers = readers;
    }

    /** @throws DatasetException when it cannot be read */
    static ServedDataset open(String name, Path file, FileStamp stamp) {
        return new ServedDataset(name, file, stamp, DatasetReaders.open(file, READERS));
    }

    /** What it is called in addresses. */
    public String name() {
        return name;
    }

    public Path file() {
        return file;
    }

    /** Bytes of the file. */
    public long bytes() {
        return stamp.size();
    }

    /** What the dataset says of itself. */
    public RunRecord run() {
        return readers.run();
    }

    /** The tag of what the run made, without what people have done to it since. */
    public String tag() {
        return Versions.tag(run().fingerprint(), findings());
    }

    /** The same, less what was found about users who have withdrawn their consent. */
    String tag(Collection<String> withdrawn) {
        if (withdrawn.isEmpty()) {
            return tag();
        }
        byte[] users = String.join("\n", withdrawn).getBytes(StandardCharsets.UTF_8);
        return Versions.tag(run().fingerprint(), findings(), UUID.nameUUIDFromBytes(users));
    }

    private String findings() {
        return run().findingsFingerprint().map(Object::toString).orElse("none");
    }

    /**
     * Has somebody read it on this thread.
     *
     * @throws DatasetException when it turns out to be damaged
     */
    public <T> T read(Function<Dataset, T> question) {
        return readers.read(question);
    }

    /**
     * The same as if some users had never consented. It is opened for this one question.
     *
     * @throws DatasetException when it turns out to be damaged
     */
    <T> T readWithholding(Collection<String> userIds, Function<Dataset, T> question) {
        if (userIds.isEmpty()) {
            return read(question);
        }
        try (Dataset withholding = Dataset.openWithholding(file, userIds)) {
            return question.apply(withholding);
        }
    }

    /**
     * Something that is made of it once, at the first call, and kept for as long as it is served; then it is closed, if it
     * can be. Others who want it wait meanwhile, so that what takes long belongs in the background.
     *
     * @param key what it is, for example its class
     */
    @SuppressWarnings("unchecked")
    public <T> T keep(Object key, Supplier<T> made) {
        Object there = kept.get(key);
        return there != null ? (T) there : (T) kept.computeIfAbsent(key, ignored -> made.get());
    }

    /** Takes it out of service: what was made of it is closed, while reading goes on until it is {@link #close closed}. */
    synchronized void retire(Instant now) {
        if (retired != null) {
            return;
        }
        retired = now;
        for (Object each : kept.values()) {
            if (each instanceof AutoCloseable resource) {
                try {
                    resource.close();
                } catch (Exception e) {
                    LOG.warn("{} of {} cannot be closed", resource.getClass().getSimpleName(), name, e);
                }
            }
        }
    }

    synchronized boolean isRetiredSince(Instant then) {
        return retired != null && !retired.isAfter(then);
    }

    void close() {
        readers.close();
    }
}
