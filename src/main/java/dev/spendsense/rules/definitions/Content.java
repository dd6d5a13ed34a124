package dev.spendsense.rules.definitions;

import dev.spendsense.findings.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The advice of {@code content.yaml}.
 *
 * @param disclosure what is said along with every piece
 * @param items by code, in the order of the file
 * @param phrases words that are replaced or hold advice back
 * @param predatory kinds of product that are never offered
 */
public record Content(String disclosure, Map<String, ContentItem> items, List<Phrase> phrases, List<String> predatory) {

    /** The file within a rule folder. */
    public static final String FILE = "content.yaml";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final String PARAMETER = "param.";

    /** Reads the text of the file; what is wrong is added to the faults. */
    public static Content read(String text, Parameters parameters, Vocabulary vocabulary, List<RuleFault> faults) {
        YamlField document = YamlField.document(FILE, text, faults);
        Map<String, YamlField> parts =
                document.fields(List.of("disclosure", "education", "offers"), List.of("tone", "predatory"));
        List<Phrase> phrases = new ArrayList<>();
        if (parts.containsKey("tone")) {
            parts.get("tone")
                    .fields()
                    .forEach((phrase, instead) ->
                            phrases.add(new Phrase(phrase.toLowerCase(Locale.ROOT), instead.text())));
        }
        Map<String, ContentItem> items = new LinkedHashMap<>();
        Reader reader = new Reader(parameters, vocabulary, phrases, items);
        parts.get("education").fields().forEach((code, field) -> reader.read(code, field, Kind.EDUCATION));
        parts.get("offers").fields().forEach((code, field) -> reader.read(code, field, Kind.OFFER));
        List<String> predatory = parts.containsKey("predatory")
                ? parts.get("predatory").items().stream().map(YamlField::text).toList()
                : List.of();
        return new Content(parts.get("disclosure").text(), items, phrases, predatory);
    }

    /**
     * The item of a code.
     *
     * @throws IllegalArgumentException when there is none; rules are checked for that before they run
     */
    public ContentItem item(String code) {
        ContentItem item = items.get(code);
        if (item == null) {
            throw new IllegalArgumentException(
                    "no content is called " + code + "; " + YamlField.nearest(code, items.keySet()));
        }
        return item;
    }

    /**
     * The text of the file with another title and body for one piece of advice. What the new words are worth shows when
     * the text is read.
     *
     * @throws IllegalArgumentException when nothing has that code
     */
    public static String reworded(String text, String code, String title, String body) {
        return new Rewording(text).with(code, title, body);
    }

    /** What offers sell, and what is never sold. */
    public List<String> products() {
        return Stream.concat(items.values().stream().map(ContentItem::product), predatory.stream())
                .filter(product -> !product.isEmpty())
                .distinct()
                .toList();
    }

    /** The text with words that should not be said given way to their replacements. */
    public String polite(String text) {
        return polite(text, phrases);
    }

    /** Whether a text in small letters uses a phrase that has no replacement. */
    public boolean unsayable(String plain) {
        return unsayable(plain, phrases);
    }

    private static boolean unsayable(String plain, List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            if (phrase.unsayable() && plain.contains(phrase.text())) {
                return true;
            }
        }
        return false;
    }

    private static String polite(String text, List<Phrase> phrases) {
        String polite = text;
        String small = text.toLowerCase(Locale.ROOT);
        for (Phrase phrase : phrases) {
            if (!phrase.unsayable() && small.contains(phrase.text())) {
                polite = without(phrase, polite);
                small = polite.toLowerCase(Locale.ROOT);
            }
        }
        return polite;
    }

    private static String without(Phrase phrase, String text) {
        String polite = text;
        int at = polite.toLowerCase(Locale.ROOT).indexOf(phrase.text());
        while (at >= 0) {
            polite = polite.substring(0, at)
                    + phrase.replacement()
                    + polite.substring(at + phrase.text().length());
            int next = at + phrase.replacement().length();
            at = polite.toLowerCase(Locale.ROOT).indexOf(phrase.text(), next);
        }
        return polite;
    }

    private record Reader(
            Parameters parameters, Vocabulary vocabulary, List<Phrase> phrases, Map<String, ContentItem> items) {

        void read(String code, YamlField field, Kind kind) {
            List<String> optional = kind == Kind.OFFER ? List.of("personas", "product") : List.of("personas");
            Map<String, YamlField> parts = field.fields(List.of("title", "body", "rationale", "priority"), optional);
            List<String> personas = parts.containsKey("personas")
                    ? parts.get("personas").items().stream()
                            .map(persona -> persona.oneOf(
                                    FaultKind.UNKNOWN_PERSONA,
                                    vocabulary.personas().keySet()))
                            .toList()
                    : List.of();
            if (items.containsKey(code)) {
                field.reportKey(FaultKind.DUPLICATE_NAME, "is given twice", "choose another code");
            }
            refuseFigures(parts.get("title"));
            refuseFigures(parts.get("body"));
            refuseFigures(parts.get("rationale"));
            String title = polite(withParameters(parts.get("title")), phrases);
            String body = polite(withParameters(parts.get("body")), phrases);
            String plain = (title + "\n" + body).toLowerCase(Locale.ROOT);
            items.put(
                    code,
                    new ContentItem(
                            code,
                            kind,
                            title,
                            body,
                            withParameters(parts.get("rationale")),
                            personas,
                            (int) parts.get("priority").number(),
                            parts.containsKey("product") ? parts.get("product").text() : "",
                            placeholders(parts.get("rationale").text()),
                            plain,
                            unsayable(plain, phrases)));
        }

        /** A figure in a text is either the customer's own or a parameter; anything else nobody could check. */
        private void refuseFigures(YamlField field) {
            String rest = PLACEHOLDER.matcher(field.text()).replaceAll("");
            if (rest.chars().anyMatch(Character::isDigit)) {
                field.report(
                        FaultKind.FIGURE_IN_TEXT,
                        "has a figure of its own",
                        "make it a parameter and write {param.name}");
            }
        }

        private String withParameters(YamlField field) {
            Matcher matcher = PLACEHOLDER.matcher(field.text());
            return matcher.replaceAll(match -> {
                String name = match.group(1);
                if (name.startsWith(PARAMETER)
                        && !parameters.names().isEmpty()
                        && !parameters.has(name.substring(PARAMETER.length()))) {
                    field.report(
                            FaultKind.UNKNOWN_PARAMETER,
                            "names no parameter: " + name,
                            YamlField.nearest(name.substring(PARAMETER.length()), parameters.names()));
                }
                return Matcher.quoteReplacement(match.group());
            });
        }

        private static List<String> placeholders(String text) {
            return PLACEHOLDER
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> !name.startsWith(PARAMETER))
                    .distinct()
                    .toList();
        }
    }
}
