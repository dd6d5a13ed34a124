package dev.spendsense.workbench.diff;

import dev.spendsense.bank.measure.CategorySet;
import dev.spendsense.rules.RuleDiagnosis;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.ContentItem;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.Parameter;
import dev.spendsense.rules.definitions.Phrase;
import dev.spendsense.rules.vetting.DrlFile;
import dev.spendsense.rules.vetting.DrlRule;
import dev.spendsense.rules.vetting.DrlToken;
import dev.spendsense.workbench.diff.Change.How;
import dev.spendsense.workbench.diff.Change.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What changed between two rule folders, thing by thing. Comments and layout change nothing. */
public final class RuleChanges {

    private final RuleDiagnosis before;
    private final RuleDiagnosis after;
    private final List<Change> changes = new ArrayList<>();

    private RuleChanges(RuleSource before, RuleSource after) {
        this.before = RuleDiagnosis.ofTexts(before);
        this.after = RuleDiagnosis.ofTexts(after);
    }

    /** All changes, by kind of thing and in the order of the files; folders with faults are compared as far as they can be read. */
    public static List<Change> between(RuleSource before, RuleSource after) {
        RuleChanges comparison = new RuleChanges(before, after);
        comparison.compareAll();
        return comparison.changes;
    }

    private void compareAll() {
        compare(Subject.PARAMETER, RuleChanges::parameters, RuleChanges::value, RuleChanges::otherParameter);
        compare(Subject.RULE, rules(before), rules(after), WrittenRule::path, WrittenRule::differences);
        compare(Subject.SIGNAL, it -> it.vocabulary().signals(), it -> it.title());
        compare(
                Subject.PERSONA,
                it -> it.vocabulary().personas(),
                it -> it.title() + ", evidence " + it.groups() + ", number " + (it.order() + 1));
        compare(Subject.CATEGORY_SET, it -> it.vocabulary().categorySets(), it -> "", RuleChanges::otherMembers);
        compare(
                Subject.SERVICE,
                it -> it.vocabulary().services(),
                it -> it.kind() + (it.companion().isEmpty() ? "" : " with " + it.companion()));
        compare(Subject.LIST, RuleChanges::lists, it -> it);
        compare(Subject.ADVICE, it -> it.content().items(), ContentItem::title, RuleChanges::otherContent);
        compare(Subject.WORDING, RuleChanges::wording, it -> it);
    }

    /** What a thing was and is. */
    private record Pair(String before, String after) {}

    private <T> void compare(
            Subject subject, Function<Definitions, Map<String, T>> things, Function<T, String> description) {
        compare(subject, things, description, (old, now) -> new Pair(description.apply(old), description.apply(now)));
    }

    private <T> void compare(
            Subject subject,
            Function<Definitions, Map<String, T>> things,
            Function<T, String> description,
            BiFunction<T, T, Pair> difference) {
        compare(
                subject,
                things.apply(before.definitions()),
                things.apply(after.definitions()),
                description,
                difference);
    }

    private <T> void compare(
            Subject subject,
            Map<String, T> old,
            Map<String, T> now,
            Function<T, String> description,
            BiFunction<T, T, Pair> difference) {
        Set<String> names = new LinkedHashSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            T was = old.get(name);
            T is = now.get(name);
            if (was == null) {
                changes.add(new Change(subject, name, How.ADDED, "", description.apply(is)));
            } else if (is == null) {
                changes.add(new Change(subject, name, How.REMOVED, description.apply(was), ""));
            } else if (!was.equals(is)) {
                Pair pair = difference.apply(was, is);
                changes.add(new Change(subject, name, How.CHANGED, pair.before(), pair.after()));
            }
        }
    }

    private static Map<String, Parameter> parameters(Definitions definitions) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        definitions.parameters().all().forEach(each -> parameters.put(each.name(), each));
        return parameters;
    }

    private static String value(Parameter parameter) {
        return BigDecimal.valueOf(parameter.value()).stripTrailingZeros().toPlainString() + " "
                + parameter.unit().label();
    }

    private static Pair otherParameter(Parameter was, Parameter is) {
        return value(was).equals(value(is))
                ? new Pair("", which("meaning", was.meaning(), is.meaning(), "source", was.source(), is.source()))
                : new Pair(value(was), value(is));
    }

    private static Pair otherMembers(CategorySet was, CategorySet is) {
        List<String> differences = new ArrayList<>();
        is.categories().stream()
                .filter(category -> !was.categories().contains(category))
                .forEach(category -> differences.add("with " + category));
        was.categories().stream()
                .filter(category -> !is.categories().contains(category))
                .forEach(category -> differences.add("without " + category));
        return new Pair("", String.join(", ", differences));
    }

    private static Pair otherContent(ContentItem was, ContentItem is) {
        return new Pair(
                "",
                which(
                        "kind",
                        was.kind(),
                        is.kind(),
                        "title",
                        was.title(),
                        is.title(),
                        "body",
                        was.body(),
                        is.body(),
                        "rationale",
                        was.rationale(),
                        is.rationale(),
                        "personas",
                        was.personas(),
                        is.personas(),
                        "priority",
                        was.priority(),
                        is.priority(),
                        "product",
                        was.product(),
                        is.product()));
    }

    /** The names of what differs, of triples of a name, what it was, and what it is. */
    private static String which(Object... triples) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < triples.length; i += 3) {
            if (!Objects.equals(triples[i + 1], triples[i + 2])) {
                names.add(triples[i].toString());
            }
        }
        return "another " + String.join(", another ", names);
    }

    private static Map<String, String> lists(Definitions definitions) {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("windows", definitions.vocabulary().windows().toString());
        lists.put("shown", definitions.vocabulary().shown().toString());
        lists.put("tags", definitions.vocabulary().tags().toString());
        lists.put("predatory", definitions.content().predatory().toString());
        return lists;
    }

    private static Map<String, String> wording(Definitions definitions) {
        Map<String, String> wording = new LinkedHashMap<>();
        wording.put("disclosure", definitions.content().disclosure());
        for (Phrase phrase : definitions.content().phrases()) {
            wording.put(phrase.text(), phrase.unsayable() ? "never said" : phrase.replacement());
        }
        return wording;
    }

    /**
     * A rule, without its layout.
     *
     * @param head name, tags, group and salience
     */
    private record WrittenRule(String path, List<String> head, List<String> conditions, List<String> consequence) {

        Pair differences(WrittenRule is) {
            Set<String> differences = new TreeSet<>();
            if (!conditions.equals(is.conditions)) {
                differences.add("conditions");
            }
            if (!consequence.equals(is.consequence)) {
                differences.add("consequence");
            }
            if (!head.equals(is.head)) {
                differences.add("attributes");
            }
            boolean moved = !path.equals(is.path);
            String place = moved ? "moved from " + path + " to " + is.path : "in " + path;
            return new Pair("", (differences.isEmpty() ? "" : String.join(", ", differences) + ", ") + place);
        }
    }

    private static Map<String, WrittenRule> rules(RuleDiagnosis diagnosis) {
        Map<String, WrittenRule> rules = new LinkedHashMap<>();
        for (DrlFile file : diagnosis.files()) {
            for (DrlRule rule : file.rules()) {
                rules.put(
                        rule.name(),
                        new WrittenRule(
                                file.path(), head(file, rule), words(rule.conditions()), words(rule.consequence())));
            }
        }
        return rules;
    }

    private static List<String> head(DrlFile file, DrlRule rule) {
        List<DrlToken> head = new ArrayList<>();
        for (DrlToken token : file.tokens()) {
            boolean begun = token.line() > rule.line() || token.line() == rule.line() && token.is("rule");
            if (!head.isEmpty() && token.is("when")) {
                break;
            }
            if (begun || !head.isEmpty()) {
                head.add(token);
            }
        }
        return words(head);
    }

    private static List<String> words(List<DrlToken> tokens) {
        return tokens.stream().map(DrlToken::shown).collect(Collectors.toList());
    }
}
