package dev.spendsense.review.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries for other programs, one after the other. What was erased or must not be shown is empty. */
public final class EntryWriter implements Consumer<Entry> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final Detail NOTHING = new Detail("", "", "", "", "", "", "", "", 0);

    private final Line line;

    /**
     * An entry on one line.
     *
     * @param sequence its number
     * @param at when, ISO-8601
     * @param actor who
     * @param role in which
     * @param action what
     * @param subject the user it concerns
     * @param detailed whether what it says of the user is there
     * @param undoes number of the entry that counts no more; 0 when none
     * @param hash of the entry, hexadecimal
     */
    public record Row(
            long sequence,
            String at,
            String actor,
            String role,
            String action,
            String subject,
            boolean detailed,
            String target,
            String before,
            String after,
            String reason,
            String severity,
            String title,
            String body,
            String note,
            long undoes,
            String hash) {

        public static Row of(Entry entry) {
            Detail detail = entry.detail().orElse(NOTHING);
            return new Row(
                    entry.sequence(),
                    entry.at().toString(),
                    entry.actor().name(),
                    entry.actor().role(),
                    entry.action().label(),
                    entry.subject(),
                    entry.detail().isPresent(),
                    detail.target(),
                    detail.before(),
                    detail.after(),
                    detail.reason(),
                    detail.severity(),
                    detail.title(),
                    detail.body(),
                    detail.note(),
                    detail.undoes(),
                    entry.hash());
        }
    }

    private interface Line {
        void write(Row row) throws IOException;
    }

    private EntryWriter(Line line) {
        this.line = line;
    }

    /** A JSON object a line. */
    public static EntryWriter jsonLines(Appendable out) {
        return new EntryWriter(row -> out.append(JSON.writeValueAsString(row)).append('\n'));
    }

    /** Comma-separated values (RFC 4180) with a line of names before them. */
    public static EntryWriter csv(Appendable out) {
        try {
            CSVPrinter printer = new CSVPrinter(
                    out,
                    CSVFormat.RFC4180
                            .builder()
                            .setHeader(
                                    "sequence",
                                    "at",
                                    "actor",
                                    "role",
                                    "action",
                                    "subject",
                                    "detailed",
                                    "target",
                                    "before",
                                    "after",
                                    "reason",
                                    "severity",
                                    "title",
                                    "body",
                                    "note",
                                    "undoes",
                                    "hash")
                            .get());
            return new EntryWriter(row -> printer.printRecord(
                    row.sequence,
                    row.at,
                    row.actor,
                    row.role,
                    row.action,
                    row.subject,
                    row.detailed,
                    row.target,
                    row.before,
                    row.after,
                    row.reason,
                    row.severity,
                    row.title,
                    row.body,
                    row.note,
                    row.undoes,
                    row.hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void accept(Entry entry) {
        try {
            line.write(Row.of(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
