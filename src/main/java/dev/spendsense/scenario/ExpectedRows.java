package dev.spendsense.scenario;

import static dev.spendsense.yaml.Form.count;

import dev.spendsense.scenario.Documents.Assembled;
import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.Yaml.Block;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.YamlFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How many rows each table should have. A file speaks of the users and days that it asks for itself, together with the
 * files it extends; where others are asked for over it, its figures are scaled to those. A setting from outside speaks
 * of what is asked for in the end.
 */
final class ExpectedRows {

    /** The tables of a dataset by their public names, and the part of the signals that is beyond its threshold. */
    private static final List<String> TABLES = List.of(
            "users",
            "accounts",
            "liabilities",
            "transactions",
            "statements",
            "declined_purchases",
            "signals",
            "detected_signals",
            "persona_assignments",
            "recommendations",
            "ground_truth",
            "life_events");

    /** Tables that grow with every day; the others have their rows from the first day on. */
    private static final Set<String> GROWING = Set.of("transactions", "statements", "declined_purchases");

    private ExpectedRows() {}

    /** What a scenario expects, by the tables' public names. */
    static Map<String, Range> read(YamlFields root, Assembled assembled) {
        if (!root.has("expect")) {
            return Map.of();
        }
        Map<String, Range> written = root.block("expect").values(Form.known(TABLES), ScenarioForms.tally());
        Extent asked = Extent.of(assembled.document());
        Map<String, Range> scaled = new LinkedHashMap<>();
        written.forEach((table, rows) -> {
            Block whole = assembled.upTo().getOrDefault(place(assembled, table).file(), assembled.document());
            scaled.put(table, scale(table, rows, Extent.of(whole), asked));
        });
        return scaled;
    }

    private static Place place(Assembled assembled, String table) {
        Block expect = (Block) assembled.document().members().get("expect").value();
        return expect.members().get(table).value().at();
    }

    private static Range scale(String table, Range rows, Extent from, Extent to) {
        boolean growing = GROWING.contains(table);
        double before = (double) from.users * (growing ? from.days : 1);
        double after = (double) to.users * (growing ? to.days : 1);
        return before == 0
                ? rows
                : new Range(Math.rint(rows.low() * after / before), Math.rint(rows.high() * after / before));
    }

    /** How many users live how many days. Whatever is missing or wrong counts as 0; others complain of it. */
    private record Extent(long users, int days) {

        static Extent of(Block document) {
            YamlFields root = YamlFields.partial(document, new Faults(UnaryOperator.identity()));
            int days = root.block("period").get("days", count(0, ScenarioReader.MOST_DAYS));
            Form<Integer> users = count(0, ScenarioReader.MOST_USERS);
            if (root.has("users")) {
                return new Extent(root.get("users", users), days);
            }
            int usual = root.block("defaults").get("users", users);
            long sum = root.block("population").blocks(Form.name()).values().stream()
                    .mapToLong(profile -> profile.get("users", users, usual))
                    .sum();
            return new Extent(sum, days);
        }
    }
}
