package dev.spendsense.web.users;

import dev.spendsense.roster.Entry;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A list of users as a table for spreadsheets (RFC 4180), with the fields of {@link UserList.Item}. */
final class UserSheet {

    private static final String[] HEAD = {
        "user_id",
        "name",
        "age",
        "region",
        "annual_income_cents",
        "consent",
        "profiles",
        "persona",
        "overridden",
        "confidence",
        "behaviors",
        "recommendations"
    };

    /** What a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+@\\-\t\r].*", Pattern.DOTALL);

    private UserSheet() {}

    static void write(Stream<Entry> users, Writer out) throws IOException {
        CSVPrinter printer =
                new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(HEAD).get());
        for (Iterator<Entry> all = users.iterator(); all.hasNext(); ) {
            UserList.Item it = UserList.Item.of(all.next());
            printer.printRecord(
                    it.userId(),
                    harmless(it.name()),
                    it.age(),
                    harmless(it.region()),
                    it.annualIncomeCents(),
                    it.consent(),
                    String.join(" ", it.profiles()),
                    it.persona(),
                    it.overridden(),
                    it.confidence(),
                    it.behaviors(),
                    it.recommendations());
        }
        printer.flush();
    }

    private static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
