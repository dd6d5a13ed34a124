package dev.spendsense.rules.vetting;

import dev.spendsense.rules.definitions.ContentItem;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.definitions.Vocabulary;
import dev.spendsense.text.NearestName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Holds the texts in a rule against the closed vocabularies, which the compiler knows nothing of. */
final class NameCheck {

    private enum Names {
        ANY,
        PARAMETER,
        SIGNAL,
        PERSONA,
        CATEGORIES,
        CODE,
        GROUP,
        KIND_OF_ADVICE,
        PRODUCT,
        SERVICE
    }

    /** What the arguments of a method name, where they are texts. */
    private static final Map<String, List<Names>> ARGUMENTS = Map.ofEntries(
            Map.entry("param", List.of(Names.PARAMETER)),
            Map.entry("above", List.of(Names.PARAMETER)),
            Map.entry("atLeast", List.of(Names.PARAMETER)),
            Map.entry("below", List.of(Names.PARAMETER)),
            Map.entry("atMost", List.of(Names.PARAMETER)),
            Map.entry("last", List.of(Names.PARAMETER)),
            Map.entry("isIn", List.of(Names.ANY, Names.CATEGORIES)),
            Map.entry("lean", List.of(Names.ANY, Names.PARAMETER, Names.PARAMETER)),
            Map.entry("signal", List.of(Names.SIGNAL)),
            Map.entry("candidate", List.of(Names.PERSONA)),
            Map.entry("evidence", List.of(Names.PERSONA, Names.ANY, Names.PARAMETER)),
            Map.entry("leaning", List.of(Names.PERSONA, Names.ANY, Names.PARAMETER, Names.PARAMETER, Names.PARAMETER)),
            Map.entry("foremost", List.of(Names.ANY, Names.ANY, Names.PARAMETER, Names.PARAMETER)),
            Map.entry("recommend", List.of(Names.CODE)),
            Map.entry("assign", List.of(Names.PERSONA)),
            Map.entry("in", List.of(Names.CATEGORIES)),
            Map.entry("paid", List.of(Names.CATEGORIES)),
            Map.entry("received", List.of(Names.CATEGORIES)));

    /** What a property names when it is compared with a text. */
    private static final Map<String, Names> PROPERTIES = Map.ofEntries(
            Map.entry("Reading.type", Names.SIGNAL),
            Map.entry("Unmeasured.type", Names.SIGNAL),
            Map.entry("Candidate.persona", Names.PERSONA),
            Map.entry("Evidence.persona", Names.PERSONA),
            Map.entry("PersonaPrior.persona", Names.PERSONA),
            Map.entry("Score.persona", Names.PERSONA),
            Map.entry("Standing.persona", Names.PERSONA),
            Map.entry("Assigned.persona", Names.PERSONA),
            Map.entry("Draft.persona", Names.PERSONA),
            Map.entry("Draft.code", Names.CODE),
            Map.entry("Draft.kind", Names.KIND_OF_ADVICE),
            Map.entry("Draft.product", Names.PRODUCT),
            Map.entry("Subscription.kind", Names.SERVICE),
            Map.entry("Evidence.group", Names.GROUP),
            Map.entry("Evidence.weight", Names.PARAMETER),
            Map.entry("Blocked.code", Names.CODE));

    private final Definitions definitions;
    private final Map<String, Class<?>> types = Surface.types();
    private final List<RuleFault> faults;

    NameCheck(Definitions definitions, List<RuleFault> faults) {
        this.definitions = definitions;
        this.faults = faults;
    }

    void check(String path, DrlRule rule) {
        checkArguments(path, rule, rule.conditions());
        checkArguments(path, rule, rule.consequence());
        checkProperties(path, rule);
        checkEvidenceGroups(path, rule);
        checkPlaceholders(path, rule);
    }

    private void checkArguments(String path, DrlRule rule, List<DrlToken> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            DrlToken token = tokens.get(i);
            boolean operator = token.is("in") && i > 0 && !tokens.get(i - 1).is(".");
            List<Names> expected = ARGUMENTS.get(token.text());
            if (token.isWord() && expected != null && tokens.get(i + 1).is("(") && !operator) {
                List<List<DrlToken>> arguments = arguments(tokens, i + 1);
                for (int a = 0; a < Math.min(arguments.size(), expected.size()); a++) {
                    List<DrlToken> argument = arguments.get(a);
                    if (argument.size() == 1 && argument.get(0).isString()) {
                        checkName(path, rule, argument.get(0), expected.get(a));
                    }
                }
            }
        }
    }

    private void checkProperties(String path, DrlRule rule) {
        List<DrlToken> tokens = rule.conditions();
        Deque<String> enclosing = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            DrlToken token = tokens.get(i);
            if (token.is("(")) {
                String before = i == 0 ? "" : tokens.get(i - 1).text();
                enclosing.push(types.containsKey(before) || enclosing.isEmpty() ? before : enclosing.peek());
            } else if (token.is(")") && !enclosing.isEmpty()) {
                enclosing.pop();
            } else if (token.isWord() && !enclosing.isEmpty() && i + 2 < tokens.size()) {
                Names names = PROPERTIES.get(enclosing.peek() + "." + token.text());
                DrlToken operator = tokens.get(i + 1);
                if (names == null) {
                    continue;
                }
                if ((operator.is("==") || operator.is("!="))
                        && tokens.get(i + 2).isString()) {
                    checkName(path, rule, tokens.get(i + 2), names);
                } else if (operator.is("in") && tokens.get(i + 2).is("(")) {
                    for (List<DrlToken> option : arguments(tokens, i + 2)) {
                        if (option.size() == 1 && option.get(0).isString()) {
                            checkName(path, rule, option.get(0), names);
                        }
                    }
                }
            }
        }
    }

    /** A group belongs to the persona it is given with. */
    private void checkEvidenceGroups(String path, DrlRule rule) {
        List<DrlToken> tokens = rule.consequence();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean evidence = tokens.get(i).is("evidence") || tokens.get(i).is("leaning");
            if (evidence && tokens.get(i + 1).is("(")) {
                List<List<DrlToken>> arguments = arguments(tokens, i + 1);
                if (arguments.size() > 2 && isText(arguments.get(0)) && isText(arguments.get(1))) {
                    String persona = arguments.get(0).get(0).text();
                    DrlToken group = arguments.get(1).get(0);
                    if (definitions.vocabulary().personas().containsKey(persona)) {
                        List<String> groups =
                                definitions.vocabulary().personas().get(persona).groups();
                        check(
                                path,
                                rule,
                                group,
                                FaultKind.UNKNOWN_EVIDENCE_GROUP,
                                "group of evidence for " + persona,
                                groups);
                    }
                }
            }
        }
    }

    /** What the rationale needs is bound, and nothing else is. */
    private void checkPlaceholders(String path, DrlRule rule) {
        List<DrlToken> tokens = rule.consequence();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            DrlToken code = tokens.get(i + 2);
            if (tokens.get(i).is("recommend") && tokens.get(i + 1).is("(") && code.isString()) {
                ContentItem item = definitions.content().items().get(code.text());
                if (item == null) {
                    continue; // reported as an unknown name
                }
                List<String> bound = new ArrayList<>();
                for (int j = i + 3; j + 2 < tokens.size() && !tokens.get(j).is(";"); j++) {
                    if (tokens.get(j).is("with") && tokens.get(j + 2).isString()) {
                        DrlToken placeholder = tokens.get(j + 2);
                        boolean known = item.placeholders().contains(placeholder.text());
                        if (!known) {
                            report(
                                    path,
                                    rule,
                                    placeholder,
                                    FaultKind.UNKNOWN_PLACEHOLDER,
                                    "the rationale of " + code.text() + " has no {" + placeholder.text() + "}",
                                    remedy(placeholder.text(), item.placeholders()));
                        }
                        bound.add(
                                known
                                        ? placeholder.text()
                                        : NearestName.of(placeholder.text(), item.placeholders())
                                                .orElse(""));
                    }
                }
                for (String placeholder : item.placeholders()) {
                    if (!bound.contains(placeholder)) {
                        report(
                                path,
                                rule,
                                code,
                                FaultKind.UNBOUND_PLACEHOLDER,
                                "the rationale of " + code.text() + " needs {" + placeholder + "}",
                                "add .with(\"" + placeholder + "\", ...)");
                    }
                }
            }
        }
    }

    private void checkName(String path, DrlRule rule, DrlToken token, Names names) {
        Vocabulary vocabulary = definitions.vocabulary();
        switch (names) {
            case PARAMETER -> check(path, rule, token, FaultKind.UNKNOWN_PARAMETER, "parameter", parameters());
            case SIGNAL ->
                check(
                        path,
                        rule,
                        token,
                        FaultKind.UNKNOWN_SIGNAL,
                        "signal",
                        vocabulary.signals().keySet());
            case PERSONA ->
                check(
                        path,
                        rule,
                        token,
                        FaultKind.UNKNOWN_PERSONA,
                        "persona",
                        vocabulary.personas().keySet());
            case CATEGORIES -> check(path, rule, token, FaultKind.UNKNOWN_CATEGORY_SET, "category set", categorySets());
            case CODE ->
                check(
                        path,
                        rule,
                        token,
                        FaultKind.UNKNOWN_CONTENT,
                        "advice",
                        definitions.content().items().keySet());
            case GROUP ->
                check(
                        path,
                        rule,
                        token,
                        FaultKind.UNKNOWN_EVIDENCE_GROUP,
                        "group of evidence",
                        vocabulary.evidenceGroups());
            case KIND_OF_ADVICE ->
                check(path, rule, token, FaultKind.UNKNOWN_VALUE, "kind of advice", List.of("education", "offer"));
            case PRODUCT ->
                check(
                        path,
                        rule,
                        token,
                        FaultKind.UNKNOWN_VALUE,
                        "product",
                        definitions.content().products());
            case SERVICE ->
                check(path, rule, token, FaultKind.UNKNOWN_VALUE, "kind of service", vocabulary.kindsOfService());
            case ANY -> {}
        }
    }

    private Collection<String> parameters() {
        return definitions.parameters().names();
    }

    /** Categories are known without a vocabulary; where that could not be read, its own sets are not. */
    private Collection<String> categorySets() {
        Vocabulary vocabulary = definitions.vocabulary();
        return vocabulary.signals().isEmpty()
                ? List.of()
                : vocabulary.categorySets().keySet();
    }

    /** Where no names are known at all, the file that should declare them has a fault of its own. */
    private void check(
            String path, DrlRule rule, DrlToken token, FaultKind kind, String what, Collection<String> known) {
        boolean meansNone = token.text().isEmpty() && kind == FaultKind.UNKNOWN_VALUE;
        if (!known.isEmpty() && !known.contains(token.text()) && !meansNone) {
            report(path, rule, token, kind, "no " + what + " is called " + token.text(), remedy(token.text(), known));
        }
    }

    static String remedy(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("known are "
                        + String.join(", ", known.stream().limit(12).toList()));
    }

    private void report(String path, DrlRule rule, DrlToken token, FaultKind kind, String problem, String remedy) {
        faults.add(new RuleFault(path, token.line(), token.column(), rule.name(), kind, problem, remedy));
    }

    private static boolean isText(List<DrlToken> argument) {
        return argument.size() == 1 && argument.get(0).isString();
    }

    /** The arguments between a parenthesis and its partner. */
    private static List<List<DrlToken>> arguments(List<DrlToken> tokens, int open) {
        List<List<DrlToken>> arguments = new ArrayList<>(Arrays.asList(new ArrayList<>()));
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            DrlToken token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                break;
            }
            if (depth == 1 && token.is(",")) {
                arguments.add(new ArrayList<>());
            } else if (i > open) {
                arguments.get(arguments.size() - 1).add(token);
            }
        }
        return arguments;
    }
}
