package dev.spendsense.review.audit;

import dev.spendsense.review.audit.Verification.Fault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Follows the chain entry by entry and remembers the first thing that is wrong. */
final class ChainWalk {

    private final Optional<Head> pinned;
    private final Map<Long, String> withoutDetail = new LinkedHashMap<>();
    private Head head = Head.EMPTY;
    private byte[] previous = HexFormat.of().parseHex(Head.EMPTY.hash());
    private Optional<Fault> fault = Optional.empty();

    ChainWalk(Optional<Head> pinned) {
        this.pinned = pinned;
    }

    /** Looks at the next entry; false when there is no use in going on. */
    boolean step(ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        long expected = head.sequence() + 1;
        if (sequence != expected) {
            return stop(expected, "entry " + expected + " is missing; the next one is " + sequence);
        }
        if (!Arrays.equals(row.getBytes("previous"), previous)) {
            return stop(sequence, "entry " + sequence + " does not follow from the one before it");
        }
        byte[] detailHash = row.getBytes("detail_hash");
        byte[] hash;
        try {
            Actor actor = new Actor(row.getString("actor"), row.getString("role"));
            hash = EntryDigest.of(
                    previous,
                    sequence,
                    row.getLong("at"),
                    actor,
                    row.getString("action"),
                    row.getString("subject"),
                    detailHash);
        } catch (IllegalArgumentException e) {
            return stop(sequence, "entry " + sequence + " was altered: " + e.getMessage());
        }
        if (!Arrays.equals(row.getBytes("hash"), hash)) {
            return stop(sequence, "entry " + sequence + " was altered");
        }
        byte[] salt = row.getBytes("salt");
        if (salt == null) {
            withoutDetail.put(sequence, row.getString("subject"));
        } else if (!Arrays.equals(detailHash, EntryDigest.of(salt, AuditLog.detail(row)))) {
            return stop(sequence, "the details of entry " + sequence + " were altered");
        }
        if (row.getString("action").equals(Action.ERASED.label())) {
            String subject = row.getString("subject");
            withoutDetail.values().removeIf(subject::equals);
        }
        previous = hash;
        head = new Head(sequence, EntryDigest.hex(hash));
        if (pinned.filter(known -> known.sequence() == sequence && !known.equals(head))
                .isPresent()) {
            return stop(sequence, "entry " + sequence + " is not the one whose hash was noted");
        }
        return true;
    }

    /** What the end of the chain has to be held against. */
    Verification end(Connection connection) throws SQLException {
        if (fault.isEmpty()
                && pinned.filter(known -> known.sequence() > head.sequence()).isPresent()) {
            stop(
                    head.sequence() + 1,
                    "the log was cut off: it once had " + pinned.get().sequence() + " entries");
        }
        if (fault.isEmpty()) {
            withoutDetail.keySet().stream()
                    .findFirst()
                    .ifPresent(first ->
                            stop(first, "the details of entry " + first + " are missing, and nobody erased them"));
        }
        if (fault.isEmpty()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
                String answer = row.next() ? row.getString(1) : "no answer";
                if (!answer.equals("ok")) {
                    stop(
                            head.sequence(),
                            "the file is damaged: " + answer.lines().findFirst().orElse(""));
                }
            }
            try (Statement statement = connection.createStatement()) {
                if (OperationsFile.number(
                                statement,
                                "SELECT count(*) FROM detail WHERE sequence NOT IN (SELECT sequence FROM audit)")
                        > 0) {
                    stop(head.sequence() + 1, "there are details of entries that are missing");
                }
            }
        }
        return result();
    }

    Verification broken(String problem) {
        stop(head.sequence() + 1, problem);
        return result();
    }

    private Verification result() {
        return new Verification(head.sequence(), head, fault);
    }

    private boolean stop(long sequence, String problem) {
        if (fault.isEmpty()) {
            fault = Optional.of(new Fault(sequence, problem));
        }
        return false;
    }
}
