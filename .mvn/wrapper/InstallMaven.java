import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Downloads the Maven that {@code maven-wrapper.properties} names, checks its SHA-512, unpacks it under
 * {@code ~/.m2/wrapper} and prints its home folder. Java does it because a JDK is the one thing that is sure to be here:
 * curl, unzip and sha512sum are not.
 */
final class InstallMaven {

    public static void main(String[] arguments) throws Exception {
        Properties wanted = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            wanted.load(reader);
        }
        URI url = URI.create(wanted.getProperty("distributionUrl"));
        String sha512 = wanted.getProperty("distributionSha512Sum").toLowerCase(Locale.ROOT);
        Path store = Path.of(System.getProperty("user.home"), ".m2", "wrapper");
        // Named by its checksum, so that another distribution of the same version is another folder.
        Path home = store.resolve("maven-" + sha512.substring(0, 16));
        if (!Files.exists(home)) {
            System.err.println("mvnw: no Maven 3.8.7 or newer on the PATH; downloading " + url);
            Files.createDirectories(store);
            Path work = Files.createTempDirectory(store, "incomplete-");
            try {
                Path archive = work.resolve("maven.zip");
                download(url, archive, sha512);
                Path unpacked = unpack(archive, Files.createDirectory(work.resolve("unpacked")));
                moveUnlessThere(unpacked, home);
            } finally {
                delete(work);
            }
        }
        System.out.println(home);
    }

    private static void download(URI url, Path archive, String sha512) throws Exception {
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30));
        String proxy = System.getenv().getOrDefault("https_proxy", System.getenv("HTTPS_PROXY"));
        if (proxy != null && !proxy.isBlank()) {
            URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
            client.proxy(ProxySelector.of(new InetSocketAddress(address.getHost(), address.getPort())));
        }
        HttpResponse<InputStream> response =
                client.build().send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofInputStream());
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        try (InputStream body = new DigestInputStream(response.body(), digest)) {
            if (response.statusCode() != 200) {
                throw new IOException(url + " answered " + response.statusCode());
            }
            Files.copy(body, archive);
        }
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha512)) {
            throw new IOException("SHA-512 of " + url + " is " + found + ", expected " + sha512);
        }
    }

    private static Path unpack(Path archive, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry leaves the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
        try (Stream<Path> top = Files.list(folder)) {
            Path home = top.findFirst().orElseThrow(() -> new IOException("the archive is empty"));
            if (!home.resolve("bin/mvn").toFile().setExecutable(true)) {
                throw new IOException("no bin/mvn in the archive");
            }
            return home;
        }
    }

    /** Another mvnw may have finished first; its installation is as good as ours. */
    private static void moveUnlessThere(Path unpacked, Path home) throws IOException {
        try {
            Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (!Files.exists(home)) {
                throw failed;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
