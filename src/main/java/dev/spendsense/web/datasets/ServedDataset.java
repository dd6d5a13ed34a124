package dev.spendsense.web.datasets;

import com.zaxxer.hikari.HikariDataSource;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.RunRecord;
import dev.spendsense.web.Versions;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A dataset that is open for reading by many threads. It stays the same for as long as it is held, even if its file is
 * replaced meanwhile; so hold it for one request.
 */
public final class ServedDataset {

    private static final int MOST_CONNECTIONS = 8;
    private static final int MOST_IDLE_READERS = 8;

    private final String name;
    private final Path file;
    private final FileStamp stamp;
    private final RunRecord run;
    private final HikariDataSource source;
    private final JdbcClient jdbc;
    private final ConcurrentLinkedDeque<Dataset> readers = new ConcurrentLinkedDeque<>();
    private final AtomicInteger lent = new AtomicInteger();
    private final Map<Object, Object> kept = new ConcurrentHashMap<>();
    private volatile boolean retired;

    private ServedDataset(String name, Path file, FileStamp stamp, Dataset first) {
        this.name = name;
        this.file = file;
        this.stamp = stamp;
        this.run = first.run();
        this.readers.add(first);
        this.source = source(name, file);
        this.jdbc = JdbcClient.create(source);
    }

    /** @throws DatasetException when it cannot be read */
    static ServedDataset open(String name, Path file, FileStamp stamp) {
        return new ServedDataset(name, file, stamp, Dataset.openUnmapped(file));
    }

    private static HikariDataSource source(String name, Path file) {
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("dataset-" + name);
        source.setJdbcUrl(Dataset.unmappedUrl(file));
        source.setMaximumPoolSize(MOST_CONNECTIONS);
        source.setMinimumIdle(0);
        source.setInitializationFailTimeout(-1);
        return source;
    }

    /** What it is called in addresses. */
    public String name() {
        return name;
    }

    public Path file() {
        return file;
    }

    FileStamp stamp() {
        return stamp;
    }

    /** Bytes of the file. */
    public long bytes() {
        return stamp.size();
    }

    /** What the dataset says of itself. */
    public RunRecord run() {
        return run;
    }

    /** The tag of what the run made, without what people have done to it since. */
    public String tag() {
        return Versions.tag(
                run.fingerprint(),
                run.findingsFingerprint().map(Object::toString).orElse("none"));
    }

    /** Read-only connections. */
    public DataSource source() {
        return source;
    }

    /** SQL over the public views. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * Has somebody read it on this thread.
     *
     * @throws DatasetException when it turns out to be damaged
     */
    public <T> T read(Function<Dataset, T> question) {
        lent.incrementAndGet();
        Dataset reader = null;
        try {
            reader = readers.poll();
            if (reader == null) {
                reader = Dataset.openUnmapped(file);
            }
            T answer = question.apply(reader);
            if (readers.size() < MOST_IDLE_READERS) {
                readers.push(reader);
                reader = null;
            }
            return answer;
        } finally {
            if (reader != null) {
                reader.close(); // also after a failure: it may not be fit any more
            }
            lent.decrementAndGet();
            if (retired) {
                closeReaders();
            }
        }
    }

    /**
     * Computes something at the first call and keeps it for as long as the dataset is served. Others who want the same wait
     * meanwhile; those who want something else of the same dataset may, too, so that what takes long belongs in the
     * background.
     *
     * @param key what it is, for example the class that it is of
     */
    @SuppressWarnings("unchecked")
    public <T> T keep(Object key, Supplier<T> computed) {
        Object there = kept.get(key);
        return there != null ? (T) there : (T) kept.computeIfAbsent(key, ignored -> computed.get());
    }

    /** Gives back what it holds as soon as nobody uses it any more; asked again until it says that it has. */
    boolean retire() {
        retired = true;
        closeReaders();
        if (source.isClosed()) {
            return true;
        }
        boolean idle = lent.get() == 0
                && (!source.isRunning() || source.getHikariPoolMXBean().getActiveConnections() == 0);
        if (idle) {
            source.close();
        }
        return idle;
    }

    private void closeReaders() {
        for (Dataset reader = readers.poll(); reader != null; reader = readers.poll()) {
            reader.close();
        }
    }
}
