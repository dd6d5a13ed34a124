package dev.spendsense.workbench.doc;

import dev.spendsense.rules.RuleDiagnosis;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.grammar.RuleOutline;
import dev.spendsense.rules.vetting.DrlToken;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which rules there are, and who uses what, for programs; {@link Catalogue} says the same to people. */
public final class RuleIndex {

    private final Definitions definitions;
    private final List<Entry> rules;
    private final Connections connections;

    private RuleIndex(RuleDiagnosis diagnosis) {
        definitions = diagnosis.definitions();
        connections = new Connections(definitions, diagnosis.rules());
        rules = diagnosis.rules().stream().map(this::entry).toList();
    }

    /** Something that is named.
     *
     * @param sort {@code persona}, {@code signal}, {@code advice}, {@code rule} or {@code parameter}
     */
    public record Named(String sort, String name) {}

    /**
     * A rule.
     *
     * @param phase when it fires
     * @param file where it stands, and from which line
     * @param reads parameters, signals and the like that it names
     * @param concludes what it makes
     */
    public record Entry(
            String name,
            String phase,
            String file,
            int line,
            List<String> tags,
            List<Named> reads,
            List<Named> concludes) {}

    /** @param source texts without errors */
    public static RuleIndex of(RuleSource source) {
        return new RuleIndex(RuleDiagnosis.ofTexts(source));
    }

    public Definitions definitions() {
        return definitions;
    }

    /** All rules, by file and line. */
    public List<Entry> rules() {
        return rules;
    }

    /** Who uses a parameter: rules, and personas and advice that name it. */
    public List<Named> usersOfParameter(String name) {
        return named(connections.after(new Word(Word.Sort.PARAMETER, name)));
    }

    /** Rules that measure a signal. */
    public List<Named> makersOfSignal(String name) {
        return named(connections.before(new Word(Word.Sort.SIGNAL, name)));
    }

    /** Rules that read a signal. */
    public List<Named> usersOfSignal(String name) {
        return named(connections.after(new Word(Word.Sort.SIGNAL, name)));
    }

    private Entry entry(RuleOutline outline) {
        Word word = new Word(Word.Sort.RULE, outline.rule().name());
        return new Entry(
                outline.rule().name(),
                outline.phase(),
                outline.file(),
                outline.rule().line(),
                outline.rule().tags().stream().map(DrlToken::text).toList(),
                named(connections.before(word)),
                named(connections.after(word)));
    }

    private static List<Named> named(Set<Word> words) {
        return words.stream()
                .map(word -> new Named(word.sort().name().toLowerCase(Locale.ROOT), word.name()))
                .sorted(Comparator.comparing(Named::sort).thenComparing(Named::name))
                .toList();
    }
}
