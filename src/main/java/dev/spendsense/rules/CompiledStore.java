package dev.spendsense.rules;

import dev.spendsense.rules.vetting.BytecodePolicy;
import dev.spendsense.rules.vetting.Surface;
import dev.spendsense.rules.vetting.TextPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.base.util.Drools;

/**
 * Compiled rules on disk, each under a key that changes with anything that could make it wrong: the rule texts, the
 * engine's version, the vetting policies, and the classes that rules compile against.
 *
 * <p>What lies there is code. The private folder is made readable and writable for its owner alone, and is left unused
 * when somebody else could write to it. Whatever is read from it is checked again before it is loaded.
 */
public final class CompiledStore {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private static final String JAR = ".jar";
    private static final int MOST_KEPT = 20;

    private final List<Path> readOnly;
    private final Optional<Path> folder;
    private final boolean owned;

    private CompiledStore(List<Path> readOnly, Optional<Path> folder, boolean owned) {
        this.readOnly = readOnly;
        this.folder = folder;
        this.owned = owned;
    }

    /** A private store in one folder, which is made when something is to be kept. */
    public static CompiledStore in(Path folder) {
        return new CompiledStore(List.of(), Optional.of(folder), true);
    }

    /** A folder that is shipped with the program, so that others have to be able to read it. */
    static CompiledStore forShipping(Path folder) {
        return new CompiledStore(List.of(), Optional.of(folder), false);
    }

    /** Keeps nothing. */
    public static CompiledStore none() {
        return new CompiledStore(List.of(), Optional.empty(), true);
    }

    /** The user's own store, behind the rules that were compiled when the program was built. */
    public static CompiledStore standard() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return new CompiledStore(
                shipped(), Optional.of(home.resolve("spendsense").resolve("rules")), true);
    }

    /** Beside the program's classes or jar. */
    private static List<Path> shipped() {
        try {
            Path program = Path.of(CompiledStore.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return List.of(program.resolveSibling("compiled-rules"));
        } catch (Exception e) {
            return List.of(); // a class path that is no plain file has no sibling folder
        }
    }

    Optional<byte[]> find(String key) {
        for (Path each : readOnly) {
            Path file = each.resolve(key + JAR);
            if (Files.isRegularFile(file)) {
                return read(file);
            }
        }
        return folder.filter(this::isTrusted)
                .map(path -> path.resolve(key + JAR))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .flatMap(CompiledStore::read);
    }

    /** Keeps a compiled jar; failing to do so is no error, only slower next time. */
    void keep(String key, byte[] jar) {
        folder.ifPresent(path -> {
            try {
                Files.createDirectories(path);
                if (owned) {
                    makePrivate(path);
                }
                if (isTrusted(path)) {
                    Path partial =
                            path.resolve(key + "." + ProcessHandle.current().pid() + ".partial");
                    Files.write(partial, jar);
                    Files.move(partial, path.resolve(key + JAR), StandardCopyOption.ATOMIC_MOVE);
                    forgetOldest(path);
                }
            } catch (IOException e) {
                // the rules were compiled all the same
            }
        });
    }

    private static void makePrivate(Path path) throws IOException {
        if (hasPermissions(path) && Files.getOwner(path).getName().equals(System.getProperty("user.name"))) {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        }
    }

    /** Rules are edited again and again; what was compiled for texts long gone only takes space. */
    private static void forgetOldest(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            List<Path> newestFirst = files.filter(file -> file.toString().endsWith(JAR))
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
            for (Path file : newestFirst.subList(Math.min(MOST_KEPT, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isTrusted(Path path) {
        try {
            return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    && (!owned
                            || !hasPermissions(path)
                            || Files.getPosixFilePermissions(path).stream().noneMatch(OTHERS_WRITE::contains));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean hasPermissions(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    /** The key of rules under this very program. */
    static String key(Map<String, String> rules) {
        Digest digest = new Digest()
                .add(Drools.getFullVersion())
                .add("text policy " + TextPolicy.VERSION)
                .add("bytecode policy " + BytecodePolicy.VERSION);
        for (Class<?> type : Surface.compiledAgainst()) {
            digest.add(type.getName()).add(classFile(type));
        }
        rules.forEach((path, text) -> digest.add(path).add(text));
        return digest.hex();
    }

    private static byte[] classFile(Class<?> type) {
        try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the class file of " + type.getName(), e);
        }
    }
}
