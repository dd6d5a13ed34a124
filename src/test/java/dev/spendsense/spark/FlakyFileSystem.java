package dev.spendsense.spark;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system under another name, {@code flaky:///}, which fails now and then: each thing that it is told to
 * fail at it fails at once, the next time it does it.
 */
public final class FlakyFileSystem extends RawLocalFileSystem {

    /** What still has to fail; a path ends in it. */
    static final Set<String> FAILING_CREATIONS = ConcurrentHashMap.newKeySet();

    static final Set<String> FAILING_RENAMES = ConcurrentHashMap.newKeySet();

    /** The end of a path to which nothing is renamed, as long as this is set. */
    static final AtomicReference<String> REFUSED_RENAME = new AtomicReference<>();

    static final AtomicInteger FAILURES = new AtomicInteger();

    @Override
    public URI getUri() {
        return URI.create("flaky:///");
    }

    @Override
    public String getScheme() {
        return "flaky";
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        failAt(FAILING_CREATIONS, file);
        return super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public FSDataOutputStream create(
            Path file, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        failAt(FAILING_CREATIONS, file);
        return super.create(file, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        failAt(FAILING_RENAMES, to);
        String refused = REFUSED_RENAME.get();
        if (refused != null && to.toString().endsWith(refused)) {
            throw new IOException(to + " was made to fail");
        }
        return super.rename(from, to);
    }

    private static void failAt(Set<String> failing, Path file) throws IOException {
        for (String ending : failing) {
            if (file.toString().endsWith(ending) && failing.remove(ending)) {
                FAILURES.incrementAndGet();
                throw new IOException("the disk of " + file + " has gone");
            }
        }
    }
}
