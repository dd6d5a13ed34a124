package dev.spendsense.web;

import dev.spendsense.rules.RuleSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The keys {@code spendsense.*}.
 *
 * @param data the folder of the datasets, and of what the service keeps beside them
 * @param host address that is listened on
 * @param port port that is listened on, 0 for any that is free
 * @param rules the folder of the rules that judge; null for that in the working directory, or the shipped one
 * @param acceptDrafts whether rules that come over the network may be tried
 * @param hosts further names under which browsers may know a service that listens on loopback
 * @param largestRequest how large a request's body may be, at most 64 MB
 * @param runs how much runs may ask for
 * @param home where the program is
 */
@ConfigurationProperties("spendsense")
public record ServiceSettings(
        @DefaultValue("data") String data,
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("8000") int port,
        String rules,
        @DefaultValue("false") boolean acceptDrafts,
        @DefaultValue List<String> hosts,
        @DefaultValue("2MB") DataSize largestRequest,
        @DefaultValue Runs runs,
        @DefaultValue("") String home) {

    /**
     * How much runs may ask for.
     *
     * @param queued how many may wait, at least 1
     * @param users how many users one may have, at least 1
     * @param days how many days one may simulate, at least 1
     */
    public record Runs(
            @DefaultValue("16") int queued,
            @DefaultValue("1000000") int users,
            @DefaultValue("731") int days) {}

    private static final DataSize LARGEST = DataSize.ofMegabytes(64);

    public ServiceSettings {
        hosts = List.copyOf(hosts);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("spendsense.port: " + port + "; expected 0 to 65535");
        }
        if (largestRequest.toBytes() < 1 || largestRequest.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(
                    "spendsense.largest-request: " + largestRequest + "; expected 1B to " + LARGEST);
        }
        address(host);
    }

    /** {@link #data} as a path. */
    public Path folder() {
        return Path.of(data);
    }

    /** {@link #home} as a path. */
    public Path program() {
        return Path.of(home);
    }

    /** The folder of the rules that judge. */
    public Path ruleFolder() {
        return rules == null || rules.isBlank() ? RuleSource.folderNear(program()) : Path.of(rules);
    }

    /** The folder of the revisions of the rules. */
    public Path revisions() {
        return folder().resolve("revisions");
    }

    /** Whether only this machine can ask. */
    public boolean onLoopback() {
        return address(host).isLoopbackAddress();
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("spendsense.host: " + host + "; expected an address of this machine", e);
        }
    }
}
