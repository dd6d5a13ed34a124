package dev.spendsense.workbench.doc;

import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.grammar.RuleOutline;
import dev.spendsense.rules.grammar.RuleOutline.Match;
import dev.spendsense.rules.vetting.DrlToken;
import dev.spendsense.workbench.doc.Word.Sort;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who produces and who reads what: from rules to what they conclude by name, and from there to the rules that ask. */
final class Connections {

    private static final Set<String> OF_SIGNALS = Set.of("Reading", "Unmeasured");
    private static final Set<String> OF_PERSONAS =
            Set.of("Candidate", "Evidence", "Score", "Standing", "Assigned", "PersonaPrior");
    private static final Set<String> OF_ADVICE = Set.of("Draft", "Blocked");
    private static final Pattern PARAMETER_IN_TEXT = Pattern.compile("\\{param\\.([^{}]*)}");

    private final Map<Word, Set<Word>> after = new LinkedHashMap<>();
    private final Map<Word, Set<Word>> before = new LinkedHashMap<>();

    Connections(Definitions definitions, List<RuleOutline> rules) {
        rules.forEach(rule -> ofRule(rule, definitions));
        definitions.vocabulary().personas().values().forEach(persona -> {
            Word word = new Word(Sort.PERSONA, persona.name());
            Stream.concat(
                            Stream.of(persona.priorParameter()),
                            persona.groups().stream().map(persona::capParameter))
                    .filter(definitions.parameters()::has)
                    .forEach(name -> connect(new Word(Sort.PARAMETER, name), word));
        });
        definitions
                .content()
                .items()
                .values()
                .forEach(item -> PARAMETER_IN_TEXT
                        .matcher(item.title() + item.body() + item.rationale())
                        .results()
                        .map(match -> match.group(1))
                        .filter(definitions.parameters()::has)
                        .forEach(name -> connect(new Word(Sort.PARAMETER, name), new Word(Sort.ADVICE, item.code()))));
    }

    private void ofRule(RuleOutline outline, Definitions definitions) {
        Word rule = new Word(Sort.RULE, outline.rule().name());
        for (Match match : outline.matches()) {
            match.names()
                    .forEach(name -> sortOf(match.fact(), definitions, name).forEach(word -> connect(word, rule)));
        }
        outline.conclusions()
                .forEach(conclusion -> sortOf(conclusion.fact(), definitions, conclusion.name())
                        .forEach(word -> connect(rule, word)));
        Stream.concat(outline.rule().conditions().stream(), outline.rule().consequence().stream())
                .filter(DrlToken::isString)
                .map(DrlToken::text)
                .filter(definitions.parameters()::has)
                .forEach(name -> connect(new Word(Sort.PARAMETER, name), rule));
    }

    /** The word that a fact of that name is about; none when it is not declared. */
    static Stream<Word> sortOf(String fact, Definitions definitions, String name) {
        if (OF_SIGNALS.contains(fact) && definitions.vocabulary().signals().containsKey(name)) {
            return Stream.of(new Word(Sort.SIGNAL, name));
        }
        if (OF_PERSONAS.contains(fact) && definitions.vocabulary().personas().containsKey(name)) {
            return Stream.of(new Word(Sort.PERSONA, name));
        }
        if (OF_ADVICE.contains(fact) && definitions.content().items().containsKey(name)) {
            return Stream.of(new Word(Sort.ADVICE, name));
        }
        return Stream.empty();
    }

    private void connect(Word from, Word to) {
        after.computeIfAbsent(from, word -> new LinkedHashSet<>()).add(to);
        before.computeIfAbsent(to, word -> new LinkedHashSet<>()).add(from);
    }

    /** Who reads a word, or what a rule concludes. */
    Set<Word> after(Word word) {
        return after.getOrDefault(word, Set.of());
    }

    /** Who makes a word, or what a rule reads. */
    Set<Word> before(Word word) {
        return before.getOrDefault(word, Set.of());
    }
}
