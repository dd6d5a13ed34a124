package dev.spendsense.roster;

import dev.spendsense.roster.Filter.AnyOf;
import dev.spendsense.roster.Filter.Between;
import dev.spendsense.roster.Filter.Condition;
import dev.spendsense.roster.Filter.Matches;
import dev.spendsense.roster.InvalidSearch.Problem;
import dev.spendsense.roster.Roster.Parameter;
import dev.spendsense.roster.SortKey.Column;
import dev.spendsense.text.NearestName;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads searches from named values, strictly: what is not known is a problem, and all problems are told at once. */
final class SearchReader {

    private static final String LEAST = "_min";
    private static final String MOST = "_max";
    private static final int LONGEST_TEXT = 100;

    private final Function<Field, Collection<String>> known;
    private final List<LocalDate> looks;
    private final List<Problem> problems = new ArrayList<>();

    /** @param known every value that a field can have */
    SearchReader(Function<Field, Collection<String>> known, List<LocalDate> looks) {
        this.known = known;
        this.looks = looks;
    }

    Search read(Map<String, List<String>> named) {
        List<Condition> conditions = new ArrayList<>();
        for (String name : named.keySet()) {
            if (!names().contains(name)) {
                problem(name, String.join(",", named.get(name)), "unknown parameter; " + expected(name, names()));
            }
        }
        single(named, "q").flatMap(this::text).ifPresent(conditions::add);
        for (Field field : Field.values()) {
            values(named, field).ifPresent(conditions::add);
        }
        for (Figure figure : Figure.values()) {
            range(named, figure).ifPresent(conditions::add);
        }
        Search search = new Search(
                new Filter(conditions),
                single(named, "as_of").flatMap(this::look),
                sort(named.getOrDefault("sort", List.of())),
                single(named, "limit").map(this::limit).orElse(Search.USUAL),
                single(named, "cursor"));
        if (!problems.isEmpty()) {
            throw new InvalidSearch(problems);
        }
        return search;
    }

    private static Set<String> names() {
        return parameters().keySet();
    }

    static Map<String, Parameter> parameters() {
        Map<String, Parameter> known = new LinkedHashMap<>();
        known.put("q", Parameter.TEXT);
        for (Field field : Field.values()) {
            known.put(field.publicName(), Parameter.ANY_OF);
        }
        for (Figure figure : Figure.values()) {
            known.put(figure.publicName() + LEAST, Parameter.NUMBER);
            known.put(figure.publicName() + MOST, Parameter.NUMBER);
        }
        known.put("as_of", Parameter.DATE);
        known.put("sort", Parameter.TEXT);
        known.put("limit", Parameter.WHOLE_NUMBER);
        known.put("cursor", Parameter.TEXT);
        return known;
    }

    private Optional<Condition> text(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (text.length() > LONGEST_TEXT) {
            problem("q", text.substring(0, LONGEST_TEXT) + "…", "expected at most " + LONGEST_TEXT + " characters");
        }
        return Optional.of(new Matches(text.strip()));
    }

    private Optional<Condition> values(Map<String, List<String>> named, Field field) {
        Collection<String> values = known.apply(field);
        Set<String> asked = new LinkedHashSet<>();
        for (String text : named.getOrDefault(field.publicName(), List.of())) {
            for (String value : values.contains(text) ? List.of(text) : List.of(text.split(","))) {
                if (!values.contains(value)) {
                    problem(
                            field.publicName(),
                            value,
                            "no " + field.publicName() + " of this dataset; " + expected(value, values));
                }
                asked.add(value);
            }
        }
        return asked.isEmpty() ? Optional.empty() : Optional.of(new AnyOf(field, asked));
    }

    private Optional<Condition> range(Map<String, List<String>> named, Figure figure) {
        Optional<Double> least =
                single(named, figure.publicName() + LEAST).flatMap(text -> number(figure.publicName() + LEAST, text));
        Optional<Double> most =
                single(named, figure.publicName() + MOST).flatMap(text -> number(figure.publicName() + MOST, text));
        if (least.isEmpty() && most.isEmpty()) {
            return Optional.empty();
        }
        Between between =
                new Between(figure, least.orElse(Double.NEGATIVE_INFINITY), most.orElse(Double.POSITIVE_INFINITY));
        if (between.least() > between.most()) {
            problem(
                    figure.publicName() + LEAST,
                    least.get().toString(),
                    "is more than " + figure.publicName() + MOST + ", " + most.get());
        }
        return Optional.of(between);
    }

    private Optional<Double> number(String name, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            // Told below, like infinity.
        }
        problem(name, text, "expected a number");
        return Optional.empty();
    }

    private Optional<LocalDate> look(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (!looks.contains(date)) {
                problem("as_of", text, looksThereAre());
            }
            return Optional.of(date);
        } catch (DateTimeParseException e) {
            problem("as_of", text, "expected a date such as 2026-07-15");
            return Optional.empty();
        }
    }

    private String looksThereAre() {
        return switch (looks.size()) {
            case 0 -> "no rules have looked at this dataset";
            case 1 -> "the rules did not look on that day, but on " + looks.get(0);
            default ->
                "the rules did not look on that day, but on " + looks.size() + " days from " + looks.get(0) + " to "
                        + looks.get(looks.size() - 1);
        };
    }

    private List<SortKey> sort(List<String> texts) {
        List<String> columns =
                Stream.of(Column.values()).map(Column::publicName).toList();
        List<SortKey> keys = new ArrayList<>();
        for (String text :
                texts.stream().flatMap(each -> Stream.of(each.split(","))).toList()) {
            boolean descending = text.startsWith("-");
            String name = descending ? text.substring(1) : text;
            Column.named(name)
                    .ifPresentOrElse(
                            column -> keys.add(new SortKey(column, descending)),
                            () -> problem("sort", text, "cannot be sorted by; " + expected(name, columns)));
        }
        if (keys.stream().map(SortKey::column).distinct().count() < keys.size()) {
            problem("sort", String.join(",", texts), "names a column twice");
        }
        return keys;
    }

    private int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= Search.MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number beyond the range.
        }
        problem("limit", text, "expected a whole number from 1 to " + Search.MOST);
        return Search.USUAL;
    }

    private Optional<String> single(Map<String, List<String>> named, String name) {
        List<String> values = named.getOrDefault(name, List.of());
        if (values.size() > 1) {
            problem(name, String.join(",", values), "given " + values.size() + " times; expected it once");
        }
        return values.stream().findFirst();
    }

    private static String expected(String value, Collection<String> values) {
        return NearestName.of(value, values)
                .map(near -> "did you mean " + near + "?")
                .orElse("expected one of " + String.join(", ", values));
    }

    private void problem(String parameter, String value, String message) {
        problems.add(new Problem(parameter, value, message));
    }
}
