package dev.spendsense.dataset;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Findings;
import dev.spendsense.truth.GroundTruth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A SHA-256 over stored rows. Equal fingerprints mean equal rows. */
public final class Fingerprint {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private Fingerprint(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a fingerprint has " + LENGTH + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /** The fingerprint whose 32 bytes are given. */
    public static Fingerprint ofBytes(byte[] bytes) {
        return new Fingerprint(bytes.clone());
    }

    /**
     * The fingerprint that {@link #toString} writes.
     *
     * @throws IllegalArgumentException when the text is no such thing
     */
    public static Fingerprint parse(String hexadecimal) {
        return new Fingerprint(HexFormat.of().parseHex(hexadecimal));
    }

    /** The fingerprint of all that a dataset stores of one user, wherever in a population that user stands. */
    public static Fingerprint of(History history, GroundTruth truth) {
        return new UserDigest().of(history, truth);
    }

    /** The fingerprint of what rules concluded at one look. It does not depend on the wording of the rules. */
    public static Fingerprint of(Findings findings) {
        return new FindingsDigest(new CategoryNames()).of(findings.userId(), Optional.of(findings));
    }

    /**
     * The fingerprint of what rules concluded about one user at all looks, by date, or of its being nothing, as about
     * users who do not consent. That of a single look is the look's own.
     */
    public static Fingerprint of(String userId, List<Findings> timeline) {
        return new FindingsDigest(new CategoryNames())
                .of(userId, timeline.stream().map(Fingerprint::of).toList());
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 64 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
