package dev.spendsense.workbench.check;

import dev.spendsense.findings.Kind;
import dev.spendsense.rules.RuleDiagnosis;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.Content;
import dev.spendsense.rules.definitions.ContentItem;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.rules.definitions.Persona;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.definitions.Vocabulary;
import dev.spendsense.rules.grammar.RuleOutline.Match;
import dev.spendsense.rules.vetting.DrlFile;
import dev.spendsense.rules.vetting.DrlToken;
import dev.spendsense.text.NearestName;
import dev.spendsense.yaml.Yaml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is declared and used by nobody, or used and made by nobody. Looks at words, not at rules, so that a fault in a rule
 * does not make what it names look unused; a misspelt name counts for the one that was probably meant.
 */
final class Usage {

    private static final Pattern PARAMETER_IN_TEXT = Pattern.compile("\\{param\\.([^{}]*)}");

    /** Read by the program itself. */
    private static final Set<String> ALWAYS_USED = Set.of("window_coverage");

    /** A name in a rule file. */
    private record Mention(String file, String rule, DrlToken token) {}

    private final RuleDiagnosis diagnosis;
    private final RuleSource source;
    private final Definitions definitions;
    private final List<RuleFault> faults = new ArrayList<>();

    private Usage(RuleDiagnosis diagnosis, RuleSource source) {
        this.diagnosis = diagnosis;
        this.source = source;
        this.definitions = diagnosis.definitions();
    }

    static List<RuleFault> in(RuleDiagnosis diagnosis, RuleSource source) {
        Usage usage = new Usage(diagnosis, source);
        Vocabulary vocabulary = usage.definitions.vocabulary();
        if (!vocabulary.signals().isEmpty()) {
            usage.checkSignals(vocabulary);
        }
        if (!usage.definitions.content().items().isEmpty()) {
            usage.checkAdvice(vocabulary);
        }
        if (!vocabulary.personas().isEmpty()
                && !usage.definitions.content().items().isEmpty()) {
            usage.checkParameters(vocabulary);
        }
        usage.checkNotes();
        return usage.faults;
    }

    private void checkSignals(Vocabulary vocabulary) {
        Set<String> known = vocabulary.signals().keySet();
        Map<String, Mention> produced = meant(arguments("signal"), known);
        Map<String, Mention> read = meant(compared("type"), known);
        boolean anyIsRead = diagnosis.rules().stream()
                .flatMap(rule -> rule.matches().stream())
                .filter(match -> match.fact().equals("Reading"))
                .map(Match::names)
                .anyMatch(Set::isEmpty);
        DeclaredPlaces places = new DeclaredPlaces(source.declaration(Vocabulary.FILE));
        for (String signal : known) {
            if (produced.containsKey(signal)) {
                boolean used = anyIsRead
                        || read.containsKey(signal)
                        || vocabulary.shown().contains(signal);
                if (!used) {
                    tell(
                            FaultKind.SIGNAL_NEVER_READ,
                            produced.get(signal),
                            "the signal " + signal + " is measured and no rule reads it",
                            "read it in a rule, or list it under shown in vocabulary.yaml");
                }
            } else if (read.containsKey(signal)) {
                tell(
                        FaultKind.SIGNAL_NEVER_PRODUCED,
                        read.get(signal),
                        "no rule measures the signal " + signal + ", so this is never true",
                        "measure it in a rule of signals, or read another");
            } else {
                tell(
                        FaultKind.SIGNAL_UNUSED,
                        Vocabulary.FILE,
                        places.of("signals", signal),
                        "the signal " + signal + " is declared and no rule measures it",
                        "measure it in a rule of signals, or take it out");
            }
        }
    }

    private void checkAdvice(Vocabulary vocabulary) {
        Map<String, ContentItem> items = definitions.content().items();
        Set<String> given = meant(arguments("recommend"), items.keySet()).keySet();
        Set<String> advised = new HashSet<>();
        DeclaredPlaces content = new DeclaredPlaces(source.declaration(Content.FILE));
        for (ContentItem item : items.values()) {
            if (given.contains(item.code())) {
                advised.addAll(item.personas());
            } else {
                tell(
                        FaultKind.ADVICE_NEVER_GIVEN,
                        Content.FILE,
                        content.of(item.kind() == Kind.EDUCATION ? "education" : "offers", item.code()),
                        "no rule gives the advice " + item.code(),
                        "write $p.recommend(\"" + item.code() + "\") in a rule of recommendations");
            }
        }
        // a misspelt persona of a piece of advice still is the one that was meant
        Set<String> meant = new HashSet<>(advised);
        advised.forEach(
                name -> NearestName.of(name, vocabulary.personas().keySet()).ifPresent(meant::add));
        DeclaredPlaces words = new DeclaredPlaces(source.declaration(Vocabulary.FILE));
        for (Persona persona : vocabulary.personas().values()) {
            if (!meant.contains(persona.name())) {
                tell(
                        FaultKind.PERSONA_WITHOUT_ADVICE,
                        Vocabulary.FILE,
                        words.of("personas", persona.name()),
                        "no rule gives advice that is written for " + persona.name(),
                        "name it under personas of a piece in content.yaml, and give that in a rule");
            }
        }
    }

    private void checkParameters(Vocabulary vocabulary) {
        Collection<String> known = definitions.parameters().names();
        Set<String> used = new HashSet<>(ALWAYS_USED);
        for (Persona persona : vocabulary.personas().values()) {
            used.add(persona.priorParameter());
            persona.groups().forEach(group -> used.add(persona.capParameter(group)));
        }
        for (DrlFile file : diagnosis.files()) {
            file.tokens().stream()
                    .filter(token -> token.isString() || token.isWord())
                    .forEach(token -> use(token.text(), known, used, token.isString()));
        }
        PARAMETER_IN_TEXT
                .matcher(source.declaration(Content.FILE))
                .results()
                .forEach(match -> use(match.group(1), known, used, true));
        DeclaredPlaces places = new DeclaredPlaces(source.declaration(Parameters.FILE));
        for (String name : known) {
            if (!used.contains(name)) {
                tell(
                        FaultKind.UNUSED_PARAMETER,
                        Parameters.FILE,
                        places.of(name),
                        "nobody uses the parameter " + name,
                        "use it or take it out");
            }
        }
    }

    private static void use(String name, Collection<String> known, Set<String> used, boolean mayBeMisspelt) {
        used.add(name);
        if (mayBeMisspelt && !known.contains(name)) {
            NearestName.of(name, known).ifPresent(used::add);
        }
    }

    private void checkNotes() {
        Set<String> made = new HashSet<>();
        for (DrlFile file : diagnosis.files()) {
            List<DrlToken> tokens = file.tokens();
            for (int i = 0; i + 2 < tokens.size(); i++) {
                if (tokens.get(i).is("Note") && i > 0 && tokens.get(i - 1).is("new")) {
                    if (!tokens.get(i + 2).isString()) {
                        return; // a name that follows from facts may be any
                    }
                    made.add(tokens.get(i + 2).text());
                }
            }
        }
        diagnosis
                .rules()
                .forEach(rule -> rule.matches().stream()
                        .filter(match -> match.fact().equals("Note"))
                        .forEach(match -> match.names().stream()
                                .filter(name -> !made.contains(name))
                                .forEach(name -> tell(
                                        FaultKind.NOTE_NEVER_MADE,
                                        new Mention(rule.file(), rule.rule().name(), match.place()),
                                        "no rule makes a Note called " + name,
                                        NearestName.of(name, made)
                                                .map(nearest -> "did you mean " + nearest + "?")
                                                .orElse("make it in a rule that comes before")))));
    }

    /** Texts that are the first thing given to a helper. */
    private List<Mention> arguments(String helper) {
        List<Mention> mentions = new ArrayList<>();
        for (DrlFile file : diagnosis.files()) {
            List<DrlToken> tokens = file.tokens();
            for (int i = 0; i + 2 < tokens.size(); i++) {
                if (tokens.get(i).is(helper) && tokens.get(i + 1).is("(")) {
                    mentions.add(mention(file, tokens.get(i + 2)));
                }
            }
        }
        return mentions;
    }

    /** Texts that a field is compared with. */
    private List<Mention> compared(String field) {
        List<Mention> mentions = new ArrayList<>();
        for (DrlFile file : diagnosis.files()) {
            List<DrlToken> tokens = file.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                for (int j = i + 1; tokens.get(i).is(field) && j < tokens.size() && isCompared(tokens.get(j)); j++) {
                    mentions.add(mention(file, tokens.get(j)));
                }
            }
        }
        return mentions;
    }

    private static boolean isCompared(DrlToken token) {
        return token.isString() || Set.of("==", "=", "in", "(", ",").contains(token.text());
    }

    private static Mention mention(DrlFile file, DrlToken token) {
        String rule = file.rules().stream()
                .filter(one -> one.line() <= token.line())
                .reduce((first, second) -> second)
                .map(one -> one.name())
                .orElse("");
        return new Mention(file.path(), rule, token);
    }

    /** The first mention of each known name. */
    private static Map<String, Mention> meant(List<Mention> mentions, Collection<String> known) {
        Map<String, Mention> meant = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            String name = mention.token().text();
            Optional<String> named = known.contains(name) ? Optional.of(name) : NearestName.of(name, known);
            named.ifPresent(one -> meant.putIfAbsent(one, mention));
        }
        return meant;
    }

    private void tell(FaultKind kind, Mention mention, String problem, String remedy) {
        faults.add(new RuleFault(
                mention.file(),
                mention.token().line(),
                mention.token().column(),
                mention.rule(),
                kind,
                problem,
                remedy));
    }

    private void tell(FaultKind kind, String file, Yaml.Place place, String problem, String remedy) {
        faults.add(new RuleFault(file, place.line(), place.column(), "", kind, problem, remedy));
    }
}
