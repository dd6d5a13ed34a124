package dev.spendsense.roster;

import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.dataset.RunRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The last user of a page, packed for the way to the client and back, with what it is valid for. Opaque, but no secret:
 * it says nothing that the page does not.
 *
 * @param dataset digest of the dataset
 * @param question digest of filter, look and order
 * @param mark the user
 */
record Cursor(long dataset, long question, Order.Mark mark) {

    private static final int FORMAT = 1;

    /** What a cursor is valid for. */
    static long datasetOf(RunRecord run) {
        return digest(run.fingerprint() + "/"
                + run.findingsFingerprint().map(Fingerprint::toString).orElse(""));
    }

    /** What a cursor is valid for. */
    static long questionOf(Search search, LocalDate look) {
        return digest(search.filter() + "/" + look + "/" + search.sort());
    }

    String pack() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeInt((int) dataset);
            out.writeInt((int) question);
            out.writeInt(mark.user());
            out.writeByte(mark.values().size());
            for (String value : mark.values()) {
                out.writeBoolean(value != null);
                out.writeUTF(value == null ? "" : value);
            }
            out.writeInt((int) digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** @throws InvalidSearch when the text is no cursor */
    static Cursor unpack(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (in.readByte() != FORMAT) {
                throw new IOException("another format");
            }
            long dataset = Integer.toUnsignedLong(in.readInt());
            long question = Integer.toUnsignedLong(in.readInt());
            int user = in.readInt();
            List<String> values = new ArrayList<>();
            for (int i = in.readByte(); i > 0; i--) {
                boolean present = in.readBoolean();
                String value = in.readUTF();
                values.add(present ? value : null);
            }
            byte[] signed = Arrays.copyOf(bytes, bytes.length - Integer.BYTES);
            if (Integer.toUnsignedLong(in.readInt()) != digest(signed) || in.read() >= 0) {
                throw new IOException("altered");
            }
            return new Cursor(dataset, question, new Order.Mark(values, user));
        } catch (IOException | IllegalArgumentException e) {
            throw InvalidSearch.of(
                    "cursor", text, "this is no cursor; expected the \"next\" of a page, as it was given");
        }
    }

    /**
     * This cursor.
     *
     * @throws InvalidSearch when it does not continue this search over this dataset
     */
    Cursor checkedFor(long expectedDataset, long expectedQuestion, String text) {
        if (dataset != expectedDataset) {
            throw InvalidSearch.of(
                    "cursor", text, "it belongs to another dataset, or to one that was replaced since; begin anew");
        }
        if (question != expectedQuestion) {
            throw InvalidSearch.of(
                    "cursor",
                    text,
                    "it belongs to another search; filters, as_of and sort must stay the same from page to page");
        }
        return this;
    }

    private static long digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long digest(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
