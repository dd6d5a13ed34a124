package dev.spendsense.workbench.doc;

import dev.spendsense.findings.Kind;
import dev.spendsense.rules.definitions.ContentItem;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.Parameter;
import dev.spendsense.rules.definitions.Persona;
import dev.spendsense.rules.grammar.RuleOutline;
import dev.spendsense.rules.vetting.DrlToken;
import dev.spendsense.text.Markup;
import dev.spendsense.workbench.cases.CaseTopics;
import dev.spendsense.workbench.doc.Picture.Column;
import dev.spendsense.workbench.doc.Word.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The page of each word. */
final class WordPages {

    private static final Set<String> COMPARISONS = Set.of("above", "atLeast", "below", "atMost");

    private final Definitions definitions;
    private final Map<Word, RuleOutline> rules;
    private final Map<String, String> texts;
    private final List<CaseTopics> cases;
    private final Connections connections;
    private final Addresses addresses;

    /** @param texts of rule files, by path */
    WordPages(
            Definitions definitions,
            Map<Word, RuleOutline> rules,
            Map<String, String> texts,
            List<CaseTopics> cases,
            Connections connections,
            Addresses addresses) {
        this.definitions = definitions;
        this.rules = rules;
        this.texts = texts;
        this.cases = cases;
        this.connections = connections;
        this.addresses = addresses;
    }

    /** What a word stands for, on one line. */
    String title(Word word) {
        return switch (word.sort()) {
            case SIGNAL -> definitions.vocabulary().signals().get(word.name()).title();
            case PERSONA -> definitions.vocabulary().personas().get(word.name()).title();
            case ADVICE -> definitions.content().item(word.name()).title();
            case PARAMETER -> definitions.parameters().get(word.name()).meaning();
            case RULE -> rules.get(word).phase();
        };
    }

    String page(Word word) {
        Page page = new Page(word.name() + " · Catalogue of rules", "../");
        page.html("<nav><a href=\"../index.html\">Catalogue</a> › <a href=\"../index.html#"
                + word.sort().folder() + "\">" + word.sort().heading() + "</a></nav>");
        page.html("<h1>" + Markup.text(word.sort() == Sort.RULE ? word.name() : title(word)) + "</h1>");
        page.html("<p class=\"quiet\"><code>" + Markup.text(word.name()) + "</code></p>");
        switch (word.sort()) {
            case SIGNAL -> signal(page, word);
            case PERSONA -> persona(page, definitions.vocabulary().personas().get(word.name()));
            case ADVICE -> advice(page, definitions.content().item(word.name()));
            case PARAMETER -> parameter(page, definitions.parameters().get(word.name()));
            case RULE -> rule(page, rules.get(word));
        }
        Picture picture = neighbourhood(word);
        if (!picture.isEmpty()) {
            page.heading("Who produces and who reads it");
            page.html(picture.svg("Who produces and who reads " + word.name(), addresses::fromPage, word));
        }
        connected(page, word);
        cases(page, word);
        return page.end();
    }

    private void signal(Page page, Word word) {
        List<Parameter> thresholds = connections.before(word).stream()
                .flatMap(rule -> thresholds(rules.get(rule)))
                .distinct()
                .toList();
        page.html("<dl>");
        page.term(
                "Unit",
                thresholds.isEmpty()
                        ? "not compared with a threshold"
                        : String.join(
                                ", ",
                                thresholds.stream()
                                        .map(parameter -> parameter.unit().label())
                                        .distinct()
                                        .toList()));
        thresholds.forEach(threshold -> page.term("Threshold", described(threshold)));
        page.html("</dl>");
        if (definitions.vocabulary().shown().contains(word.name())) {
            page.paragraph("It is shown for itself: no rule has to read it.");
        }
    }

    /** Parameters that a measured signal is compared with. */
    private Stream<Parameter> thresholds(RuleOutline rule) {
        List<DrlToken> tokens = rule.rule().consequence();
        List<Parameter> thresholds = new ArrayList<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            DrlToken named = tokens.get(i + 2);
            if (COMPARISONS.stream().anyMatch(tokens.get(i)::is)
                    && named.isString()
                    && definitions.parameters().has(named.text())) {
                thresholds.add(definitions.parameters().get(named.text()));
            }
        }
        return thresholds.stream();
    }

    private String described(Parameter parameter) {
        return addresses.link(new Word(Sort.PARAMETER, parameter.name())) + " = <strong>" + value(parameter)
                + "</strong><br>" + Markup.text(parameter.meaning()) + " <span class=\"quiet\">Source: "
                + Markup.text(parameter.source()) + "</span>";
    }

    private static String value(Parameter parameter) {
        String number =
                BigDecimal.valueOf(parameter.value()).stripTrailingZeros().toPlainString();
        String said = parameter.unit().format(parameter.value());
        return Markup.text(
                said.equals(number)
                        ? number + " " + parameter.unit().label()
                        : number + " " + parameter.unit().label() + " (" + said + ")");
    }

    private void persona(Page page, Persona persona) {
        page.html("<dl>");
        Stream.concat(
                        Stream.of(persona.priorParameter()),
                        persona.groups().stream().map(persona::capParameter))
                .filter(definitions.parameters()::has)
                .map(definitions.parameters()::get)
                .forEach(parameter -> page.term(
                        parameter.name().equals(persona.priorParameter()) ? "Prior" : "Cap of a group of evidence",
                        described(parameter)));
        page.html("</dl>");
        page.list(
                "Advice written for it",
                definitions.content().items().values().stream()
                        .filter(item -> item.personas().contains(persona.name()))
                        .map(item ->
                                addresses.link(new Word(Sort.ADVICE, item.code())) + " " + Markup.text(item.title()))
                        .toList());
    }

    private void advice(Page page, ContentItem item) {
        page.paragraph(item.body());
        page.html("<blockquote>" + Markup.text(item.rationale()) + "</blockquote>");
        page.html("<dl>");
        page.term("Kind", item.kind() == Kind.OFFER ? "partner offer" : "education");
        page.term("Priority", Integer.toString(item.priority()));
        if (!item.product().isEmpty()) {
            page.term("Product", Markup.text(item.product()));
        }
        page.term(
                "Written for",
                item.personas().isEmpty()
                        ? "any persona"
                        : String.join(
                                ", ",
                                item.personas().stream()
                                        .map(name -> addresses.link(new Word(Sort.PERSONA, name)))
                                        .toList()));
        page.html("</dl>");
    }

    private static void parameter(Page page, Parameter parameter) {
        page.html("<dl>");
        page.term("Value", "<strong>" + value(parameter) + "</strong>");
        page.term("Unit", parameter.unit().label());
        page.term("Source", Markup.text(parameter.source()));
        page.html("</dl>");
    }

    private void rule(Page page, RuleOutline rule) {
        page.html("<dl>");
        page.term("Phase", Markup.text(rule.phase()));
        page.term("Stands in", Markup.text(rule.file() + ":" + rule.rule().line()));
        page.html("</dl>");
        String drl = DrlText.of(rule, texts.getOrDefault(rule.file(), ""), rules.values());
        page.html("<pre>" + DrlText.highlighted(drl, this::quoted) + "</pre>");
        page.list(
                "Looks for", rule.matches().stream().map(this::match).distinct().toList());
        page.list(
                "Concludes",
                rule.conclusions().stream()
                        .map(one -> Markup.text(one.fact()) + named(one.fact(), Set.of(one.name())))
                        .distinct()
                        .toList());
    }

    private String match(RuleOutline.Match match) {
        String role = match.role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Markup.text(match.fact()) + " <span class=\"quiet\">" + role + "</span>"
                + named(match.fact(), match.names());
    }

    private String named(String fact, Set<String> names) {
        List<String> links = names.stream()
                .filter(name -> !name.isEmpty())
                .sorted()
                .map(name -> Connections.sortOf(fact, definitions, name)
                        .findFirst()
                        .map(addresses::link)
                        .orElse("<code>" + Markup.text(name) + "</code>"))
                .toList();
        return links.isEmpty() ? "" : ": " + String.join(", ", links);
    }

    /** A text of a rule, as a link when it is a word of the folder. */
    private String quoted(String text) {
        Optional<Word> word = Stream.of(Sort.SIGNAL, Sort.PERSONA, Sort.ADVICE, Sort.PARAMETER)
                .map(sort -> new Word(sort, text))
                .filter(addresses::has)
                .findFirst();
        return word.map(it -> "<a href=\"" + addresses.fromPage(it) + "\">" + Markup.text(text) + "</a>")
                .orElse(Markup.text(text));
    }

    /** Two steps back and forth; parameters would hide the rest, so they are in the list alone. */
    private Picture neighbourhood(Word word) {
        boolean isRule = word.sort() == Sort.RULE;
        boolean isParameter = word.sort() == Sort.PARAMETER;
        List<Word> before = words(Set.of(word), connections::before);
        List<Word> after = words(Set.of(word), connections::after);
        String made = isRule ? "reads" : "produced by";
        String read = isRule ? "concludes" : "read by";
        return new Picture(
                connections,
                List.of(
                        new Column(isRule ? "produced by" : "which reads", words(before, connections::before)),
                        new Column(made, before),
                        new Column(word.sort() == Sort.RULE ? "rule" : "this", List.of(word)),
                        new Column(read, after),
                        new Column(
                                isRule ? "read by" : "which concludes",
                                isParameter ? List.of() : words(after, connections::after))));
    }

    private interface Step {
        Set<Word> from(Word word);
    }

    private static List<Word> words(Iterable<Word> words, Step step) {
        Set<Word> found = new LinkedHashSet<>();
        words.forEach(word -> step.from(word).stream()
                .filter(next -> next.sort() != Sort.PARAMETER)
                .forEach(found::add));
        return List.copyOf(found);
    }

    private void connected(Page page, Word word) {
        boolean rule = word.sort() == Sort.RULE;
        list(page, rule ? "Parameters" : "Parameters it depends on", connections.before(word), Sort.PARAMETER);
        if (!rule) {
            list(page, "Produced by", connections.before(word), Sort.RULE);
            list(page, "Read by", connections.after(word), Sort.RULE);
            list(page, "Used by personas", connections.after(word), Sort.PERSONA);
            list(page, "Quoted in advice", connections.after(word), Sort.ADVICE);
        }
    }

    private void list(Page page, String heading, Set<Word> words, Sort sort) {
        page.list(
                heading,
                words.stream()
                        .filter(word -> word.sort() == sort)
                        .map(word -> sort == Sort.PARAMETER
                                ? described(definitions.parameters().get(word.name()))
                                : addresses.link(word) + " <span class=\"quiet\">" + Markup.text(title(word))
                                        + "</span>")
                        .toList());
    }

    private void cases(Page page, Word word) {
        Predicate<CaseTopics> names = topics -> switch (word.sort()) {
            case SIGNAL -> topics.signals().contains(word.name());
            case PERSONA -> topics.personas().contains(word.name());
            case ADVICE -> topics.advice().contains(word.name());
            case PARAMETER -> topics.parameters().contains(word.name());
            case RULE -> topics.rules().contains(word.name());
        };
        page.list(
                "Cases that name it",
                cases.stream()
                        .filter(names)
                        .map(topics -> Markup.text(topics.name()) + " <span class=\"quiet\">"
                                + Markup.text(topics.file() + ":" + topics.line()) + "</span>")
                        .toList());
    }
}
