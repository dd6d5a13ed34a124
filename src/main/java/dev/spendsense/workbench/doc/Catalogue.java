package dev.spendsense.workbench.doc;

import dev.spendsense.rules.RuleDiagnosis;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.grammar.RuleOutline;
import dev.spendsense.text.Markup;
import dev.spendsense.workbench.cases.CaseTopics;
import dev.spendsense.workbench.doc.Picture.Column;
import dev.spendsense.workbench.doc.Word.Sort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Everything that a rule folder says, as pages to browse. */
public final class Catalogue {

    private static final String STYLESHEET = "catalogue.css";
    private static final String SCRIPT = "search.js";

    private final String revision;
    private final Definitions definitions;
    private final Map<Word, RuleOutline> rules = new LinkedHashMap<>();
    private final List<Word> words = new ArrayList<>();
    private final Connections connections;
    private final Addresses addresses;
    private final WordPages pages;

    private Catalogue(RuleSource source, List<CaseTopics> cases) {
        RuleDiagnosis diagnosis = RuleDiagnosis.ofTexts(source);
        revision = source.revision();
        definitions = diagnosis.definitions();
        diagnosis
                .rules()
                .forEach(rule -> rules.put(new Word(Sort.RULE, rule.rule().name()), rule));
        definitions.vocabulary().personas().keySet().forEach(name -> words.add(new Word(Sort.PERSONA, name)));
        definitions.vocabulary().signals().keySet().forEach(name -> words.add(new Word(Sort.SIGNAL, name)));
        definitions.content().items().keySet().forEach(name -> words.add(new Word(Sort.ADVICE, name)));
        words.addAll(rules.keySet());
        definitions.parameters().names().forEach(name -> words.add(new Word(Sort.PARAMETER, name)));
        connections = new Connections(definitions, diagnosis.rules());
        addresses = new Addresses(words);
        pages = new WordPages(definitions, rules, source.rules(), cases, connections, addresses);
    }

    /**
     * The pages of a folder, by path; all links between them are relative.
     *
     * @param source a folder without errors
     * @param cases that try it
     */
    public static SortedMap<String, String> pages(RuleSource source, List<CaseTopics> cases) {
        Catalogue catalogue = new Catalogue(source, cases);
        SortedMap<String, String> pages = new TreeMap<>();
        pages.put("index.html", catalogue.index());
        pages.put(STYLESHEET, resource(STYLESHEET));
        catalogue.words.forEach(word -> pages.put(catalogue.addresses.of(word), catalogue.pages.page(word)));
        return pages;
    }

    private String index() {
        Page page = new Page("Catalogue of rules", "");
        page.html("<h1>Catalogue of rules</h1>");
        page.html("<p class=\"quiet\">" + rules.size() + " rules, revision <code>" + revision.substring(0, 12)
                + "</code></p>");
        page.html("<p><input type=\"search\" id=\"search\" hidden placeholder=\"Search names and titles\""
                + " aria-label=\"Search names and titles\"></p>");
        for (Sort sort : Sort.values()) {
            page.html("<section id=\"" + sort.folder() + "\"><h2>" + sort.heading() + "</h2>\n<ul class=\"words\">");
            words.stream().filter(word -> word.sort() == sort).forEach(word -> entry(page, word));
            page.html("</ul></section>");
            if (sort == Sort.PERSONA) {
                page.html("<section class=\"overall\"><h2>Who produces and who reads what</h2>");
                page.html(overall().svg("Signals, evidence, personas and advice", addresses::of, null));
                page.html("</section>");
            }
        }
        page.html("<script>\n" + resource(SCRIPT) + "</script>");
        return page.end();
    }

    private void entry(Page page, Word word) {
        page.html("<li><a href=\"" + addresses.of(word) + "\"><code>" + Markup.text(word.name())
                + "</code></a> <span class=\"quiet\">" + Markup.text(pages.title(word)) + "</span></li>");
    }

    private Picture overall() {
        return new Picture(
                connections,
                List.of(
                        column("signals", word -> word.sort() == Sort.SIGNAL),
                        column("evidence", word -> word.sort() == Sort.RULE && concludesPersona(word)),
                        column("personas", word -> word.sort() == Sort.PERSONA),
                        column("advice", word -> word.sort() == Sort.ADVICE)));
    }

    private boolean concludesPersona(Word rule) {
        return connections.after(rule).stream().anyMatch(word -> word.sort() == Sort.PERSONA);
    }

    private Column column(String heading, Predicate<Word> belongs) {
        return new Column(heading, words.stream().filter(belongs).toList());
    }

    private static String resource(String name) {
        try (InputStream stream = Catalogue.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
