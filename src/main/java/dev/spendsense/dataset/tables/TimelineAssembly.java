package dev.spendsense.dataset.tables;

import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.dataset.CategoryNames;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Comparison;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Kind;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the findings of a user's looks again from their rows. */
final class TimelineAssembly {

    private static final List<String> TABLES = List.of(
            "sources",
            "signals",
            "candidates",
            "evidence",
            "scores",
            "persona_assignments",
            "recommendations",
            "recommendation_bindings",
            "blocked");

    private final String userId;
    private final String revision;
    private final List<LocalDate> looks = new ArrayList<>();
    private final Map<String, Map<LocalDate, List<TableRow>>> rows = new HashMap<>();

    /** @param rowsOf gives the user's rows in a table */
    TimelineAssembly(String userId, String revision, Function<String, List<TableRow>> rowsOf) {
        this.userId = userId;
        this.revision = revision;
        rowsOf.apply("looks").forEach(look -> looks.add(look.date("as_of")));
        for (String table : TABLES) {
            Map<LocalDate, List<TableRow>> byLook = new HashMap<>();
            for (TableRow row : rowsOf.apply(table)) {
                byLook.computeIfAbsent(row.date("as_of"), look -> new ArrayList<>())
                        .add(row);
            }
            byLook.keySet().forEach(this::requireLook);
            rows.put(table, byLook);
        }
    }

    private void requireLook(LocalDate date) {
        if (!looks.contains(date)) {
            throw new IllegalArgumentException("there was no look on " + date);
        }
    }

    List<Findings> findings() {
        return looks.stream().map(this::findings).toList();
    }

    private Findings findings(LocalDate look) {
        List<Source> sources = made("sources", "source", look, TimelineAssembly::source);
        List<Signal> signals = made("signals", "number", look, row -> signal(row, sources));
        Map<String, List<TableRow>> bindings = new HashMap<>();
        for (TableRow row : rows("recommendation_bindings", "position", look)) {
            bindings.computeIfAbsent(row.text("code"), code -> new ArrayList<>())
                    .add(row);
        }
        return new Findings(
                userId,
                look,
                revision,
                signals,
                made("candidates", "number", look, row -> new Candidate(row.text("persona"), row.text("because"))),
                made("evidence", "number", look, row -> evidence(row, signals)),
                made("scores", "number", look, TimelineAssembly::score),
                made("persona_assignments", "number", look, TimelineAssembly::assignment),
                made(
                        "recommendations",
                        "number",
                        look,
                        row -> recommendation(row, bindings.getOrDefault(row.text("code"), List.of()), sources)),
                made("blocked", "number", look, TimelineAssembly::blocked),
                List.of());
    }

    private static Source source(TableRow row) {
        return new Source(
                split(row.text("accounts"), AllTables.BETWEEN_ACCOUNTS),
                CategoryNames.parse(row.text("categories")),
                split(row.text("merchants"), AllTables.BETWEEN_MERCHANTS),
                row.date("from_date"),
                row.date("to_date"),
                row.text("narrowed"),
                row.count("count"),
                row.hundredths("sum"));
    }

    private static Signal signal(TableRow row, List<Source> sources) {
        return new Signal(
                row.text("type"),
                row.count("window_days"),
                new Measure(
                        row.text("formula"),
                        row.real("value"),
                        unit(row.text("unit")),
                        row.count("observations"),
                        chosen(sources, row.text("sources"))),
                row.flag("detected"),
                comparison(row.text("comparison")),
                row.text("threshold"),
                row.real("threshold_value"));
    }

    private static Evidence evidence(TableRow row, List<Signal> signals) {
        Integer signal = row.optionalCount("signal_number");
        return new Evidence(
                row.text("persona"),
                row.text("evidence_group"),
                row.real("log_odds"),
                row.text("weight"),
                signal == null ? Optional.empty() : Optional.of(signals.get(signal)),
                signal == null ? row.text("because") : "");
    }

    private static Score score(TableRow row) {
        return new Score(row.text("persona"), row.real("log_odds"), row.real("confidence"), row.flag("candidate"));
    }

    private static PersonaAssignment assignment(TableRow row) {
        return new PersonaAssignment(row.text("persona"), row.count("rank"), row.real("confidence"));
    }

    private static Recommendation recommendation(TableRow row, List<TableRow> bindings, List<Source> sources) {
        return new Recommendation(
                UserAssembly.label(Kind.class, row, "kind"),
                row.text("code"),
                row.text("persona"),
                row.count("priority"),
                row.text("title"),
                row.text("body"),
                row.text("rationale"),
                bindings.stream().map(binding -> binding(binding, sources)).toList(),
                row.text("disclosure"));
    }

    private static Binding binding(TableRow row, List<Source> sources) {
        return new Binding(
                row.text("name"),
                row.text("text"),
                row.real("value"),
                Optional.ofNullable(row.text("unit")).map(TimelineAssembly::unit),
                row.text("origin"),
                chosen(sources, row.text("sources")));
    }

    private static Blocked blocked(TableRow row) {
        return new Blocked(
                UserAssembly.label(Kind.class, row, "kind"), row.text("code"), row.text("persona"), row.text("reason"));
    }

    private static Unit unit(String label) {
        return Unit.labelled(label).orElseThrow(() -> new IllegalArgumentException("there is no unit " + label));
    }

    private static Comparison comparison(String symbol) {
        return Arrays.stream(Comparison.values())
                .filter(comparison -> comparison.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no comparison is written " + symbol));
    }

    private static List<Source> chosen(List<Source> sources, String numbers) {
        return split(numbers, ",").stream()
                .map(number -> sources.get(Integer.parseInt(number)))
                .toList();
    }

    private static List<String> split(String text, String separator) {
        return text == null || text.isEmpty()
                ? List.of()
                : Stream.of(text.split(separator)).toList();
    }

    private <T> List<T> made(String table, String order, LocalDate look, Function<TableRow, T> content) {
        return rows(table, order, look).stream().map(content).toList();
    }

    private List<TableRow> rows(String table, String order, LocalDate look) {
        List<TableRow> found = new ArrayList<>(rows.get(table).getOrDefault(look, List.of()));
        found.sort(Comparator.comparingInt(row -> row.count(order)));
        return found;
    }
}
