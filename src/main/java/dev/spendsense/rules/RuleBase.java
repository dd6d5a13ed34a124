package dev.spendsense.rules;

import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.findings.Findings;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.Content;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.rules.definitions.Persona;
import dev.spendsense.rules.definitions.Phrase;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.definitions.Vocabulary;
import dev.spendsense.rules.facts.PersonaPrior;
import dev.spendsense.rules.facts.Supposition;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kie.api.KieBase;

/**
 * One revision of the rules, ready to judge histories. Safe for use by several threads.
 *
 * <p>Findings at a date follow from the history up to that date and from the revision, and from nothing else.
 */
public final class RuleBase {

    /** Parameter with the share of a window that must lie within the history. */
    public static final String WINDOW_COVERAGE = "window_coverage";

    private final RuleSource source;
    private final String revision;
    private final Definitions definitions;
    private final Sessions sessions;
    private final FactTypes factTypes;
    private final List<Object> standingFacts;
    private final Set<String> silent;

    RuleBase(RuleSource source, Definitions definitions, KieBase engine) {
        this(source, source.revision(), definitions, new Sessions(engine), FactTypes.namedBy(engine), Set.of());
    }

    private RuleBase(
            RuleSource source,
            String revision,
            Definitions definitions,
            Sessions sessions,
            FactTypes factTypes,
            Set<String> silent) {
        this.silent = silent;
        this.source = source;
        this.revision = revision;
        this.definitions = definitions;
        this.sessions = sessions;
        this.factTypes = factTypes;
        this.standingFacts = standingFacts(definitions, factTypes);
    }

    /**
     * Reads, checks and, unless that was done before, compiles the rules of a folder; what was compiled is kept in the
     * user's own cache.
     *
     * @throws BrokenRules when the rules cannot be used, with everything that is wrong
     */
    public static RuleBase load(Path folder) {
        return load(RuleSource.read(folder), CompiledStore.standard());
    }

    /** The same for texts at hand and another store of what was compiled. */
    public static RuleBase load(RuleSource source, CompiledStore store) {
        return new RuleLoader(store).load(source);
    }

    /** SHA-256 over all rule, parameter, vocabulary and content text, hexadecimal. */
    public String revision() {
        return revision;
    }

    /** The texts that these rules were read from. */
    public RuleSource source() {
        return source;
    }

    /** What rules can name: parameters, vocabulary, content. */
    public Definitions definitions() {
        return definitions;
    }

    /**
     * The same rules with other values for some parameters; nothing is compiled. The revision stays that of the texts.
     *
     * @throws IllegalArgumentException when a parameter is not known
     */
    public RuleBase with(Map<String, Double> parameters) {
        return new RuleBase(source, revision, definitions.with(parameters), sessions, factTypes, silent);
    }

    /**
     * The same rules, of which one says nothing; nothing is compiled. The revision stays that of the texts.
     *
     * @param rule its name
     */
    public RuleBase without(String rule) {
        Set<String> more = new HashSet<>(silent);
        more.add(rule);
        return new RuleBase(source, revision, definitions, sessions, factTypes, Set.copyOf(more));
    }

    /**
     * The same rules with another text of {@code content.yaml}; nothing is compiled, because what is compiled knows
     * nothing of the content.
     *
     * @throws BrokenRules when the rules cannot be used with it
     */
    public RuleBase withContent(String text) {
        RuleSource changed = source.with(Content.FILE, text);
        return new RuleBase(changed, changed.revision(), RuleLoader.check(changed), sessions, factTypes, Set.of());
    }

    /**
     * The same rules with another title and body for one piece of advice, which are checked as those of the file are.
     *
     * @throws BrokenRules when the words are not what {@code content.yaml} may say
     * @throws IllegalArgumentException when nothing has that code
     */
    public RuleBase withWording(String code, String title, String body) {
        RuleSource changed =
                source.with(Content.FILE, Content.reworded(source.declaration(Content.FILE), code, title, body));
        List<RuleFault> faults = new ArrayList<>();
        Definitions read = Definitions.read(
                changed.declaration(Parameters.FILE),
                changed.declaration(Vocabulary.FILE),
                changed.declaration(Content.FILE),
                faults);
        if (!faults.isEmpty()) {
            throw new BrokenRules(faults);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        definitions.parameters().all().forEach(parameter -> values.put(parameter.name(), parameter.value()));
        return new RuleBase(changed, changed.revision(), read.with(values), sessions, factTypes, silent);
    }

    /** Names of all rules, by name. */
    public SortedSet<String> ruleNames() {
        SortedSet<String> names = new TreeSet<>();
        sessions.engine()
                .getKiePackages()
                .forEach(folder -> folder.getRules().forEach(rule -> names.add(rule.getName())));
        return names;
    }

    /** What the rules conclude at the end of the history. */
    public Findings evaluate(History history) {
        return evaluate(behavior(history));
    }

    /** What the rules would have concluded at an earlier date. */
    public Findings evaluate(History history, LocalDate asOf) {
        return evaluate(behavior(history).at(asOf));
    }

    /** What the rules would have concluded at each of several dates, in their order. */
    public List<Findings> evaluate(History history, List<LocalDate> looks) {
        Behavior behavior = behavior(history);
        return looks.stream().map(look -> evaluate(behavior.at(look))).toList();
    }

    /** A history prepared for several looks; for one thread at a time. */
    public Behavior behavior(History history) {
        return Behavior.of(
                history,
                definitions.vocabulary().categorySets(),
                definitions.parameters().value(WINDOW_COVERAGE));
    }

    /** Whether behavior that was prepared for these rules serves others as well. */
    public boolean measuresLike(RuleBase other) {
        return definitions
                        .vocabulary()
                        .categorySets()
                        .equals(other.definitions.vocabulary().categorySets())
                && definitions.parameters().value(WINDOW_COVERAGE)
                        == other.definitions.parameters().value(WINDOW_COVERAGE);
    }

    /** Whether the texts and all values are the same, so that nobody can be judged otherwise by the other. */
    public boolean concludesLike(RuleBase other) {
        return revision.equals(other.revision)
                && silent.equals(other.silent)
                && List.copyOf(definitions.parameters().all())
                        .equals(List.copyOf(other.definitions.parameters().all()));
    }

    /** What the rules conclude of prepared behavior, at its as-of date. */
    public Findings evaluate(Behavior behavior) {
        return new Evaluation(this, behavior, false).run();
    }

    /** What the rules would conclude if one signal had been measured otherwise, and all else were as it is. */
    public Findings suppose(Behavior behavior, Supposition supposition) {
        return new Evaluation(this, behavior, supposition).run();
    }

    /** The same as {@link #evaluate(Behavior)} with every firing in {@link Findings#firings()}; somewhat slower. */
    public Findings explain(Behavior behavior) {
        return new Evaluation(this, behavior, true).run();
    }

    /** How often they have looked at a customer in this process, whatever the values of their parameters: they become faster by it. */
    public long looks() {
        return sessions.used();
    }

    /** Whether a rule may say something. */
    boolean speaks(String rule) {
        return silent.isEmpty() || !silent.contains(rule);
    }

    /** What is the same for every customer. */
    List<Object> standingFacts() {
        return standingFacts;
    }

    private static List<Object> standingFacts(Definitions definitions, FactTypes asked) {
        List<Object> facts = new ArrayList<>();
        for (Persona persona : definitions.vocabulary().personas().values()) {
            if (!persona.groups().isEmpty()) {
                double prior = definitions.parameters().value(persona.priorParameter());
                Map<String, Double> caps = new LinkedHashMap<>();
                for (String group : persona.groups()) {
                    caps.put(group, definitions.parameters().value(persona.capParameter(group)));
                }
                facts.add(new PersonaPrior(persona.name(), prior, caps, persona.order()));
            }
        }
        if (asked.contains(Phrase.class)) {
            definitions.content().phrases().stream().filter(Phrase::unsayable).forEach(facts::add);
        }
        return facts;
    }

    Sessions sessions() {
        return sessions;
    }

    FactTypes factTypes() {
        return factTypes;
    }
}
