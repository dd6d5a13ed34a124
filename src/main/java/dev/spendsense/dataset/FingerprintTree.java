package dev.spendsense.dataset;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Combines the fingerprints of users, given in the order of the population, into one: SHA-256 over every 1,000 users,
 * then over those. Blocks show where two datasets begin to differ without reading their rows.
 */
public final class FingerprintTree {

    /** How many users one block covers; the last one may cover fewer. */
    public static final int USERS_A_BLOCK = 1_000;

    private final MessageDigest sha256 = UserDigest.sha256();
    private final List<Fingerprint> blocks = new ArrayList<>();
    private int usersInBlock;

    /** Adds the next user. */
    public void add(Fingerprint user) {
        sha256.update(user.bytes());
        if (++usersInBlock == USERS_A_BLOCK) {
            closeBlock();
        }
    }

    /** The fingerprint of all users so far; no user can be added after it. */
    public Fingerprint root() {
        if (usersInBlock > 0) {
            closeBlock();
        }
        return rootOf(blocks);
    }

    /** The fingerprint of all users, given those of the blocks in order. */
    public static Fingerprint rootOf(List<Fingerprint> blocks) {
        MessageDigest digest = UserDigest.sha256();
        for (Fingerprint block : blocks) {
            digest.update(block.bytes());
        }
        return Fingerprint.ofBytes(digest.digest());
    }

    /** The fingerprints of the blocks that are closed. */
    public List<Fingerprint> blocks() {
        return List.copyOf(blocks);
    }

    private void closeBlock() {
        blocks.add(Fingerprint.ofBytes(sha256.digest()));
        usersInBlock = 0;
    }
}
