package dev.spendsense.rules.vetting;

import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.text.NearestName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the text of a rule file may say. Every word has to be a keyword of the small language that is allowed here, a
 * type or member of the {@link Surface}, or a variable that begins with a dollar sign.
 */
public final class TextPolicy {

    /** Part of the key under which compiled rules are kept: raise it when a list here changes. */
    public static final int VERSION = 1;

    private static final Set<String> CONDITION_WORDS = Set.of(
            "not",
            "exists",
            "and",
            "or",
            "in",
            "contains",
            "memberOf",
            "true",
            "false",
            "null",
            "accumulate",
            "sum",
            "count",
            "min",
            "max",
            "collectList",
            "collectSet");
    private static final Set<String> CONSEQUENCE_WORDS = Set.of(
            "insert", "new", "true", "false", "double", "int", "long", "boolean", "String", "Math", "StrictMath");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");

    /** Words that people know from elsewhere, and what to do without them. */
    private static final Map<String, String> INSTEAD = Map.of(
            "eval", "write the condition in a pattern",
            "from", "ask a fact of its own, or a helper of Window",
            "matches", "compare with == or in",
            "modify", "insert a new fact instead",
            "update", "insert a new fact instead",
            "delete", "let a later phase decide instead",
            "average", "divide a sum by a count that is above 0",
            "for", "let a rule match each fact instead",
            "while", "let a rule match each fact instead",
            "if", "write two rules with opposite conditions");

    private final Map<String, Class<?>> types = Surface.types();
    private final Set<String> members = Surface.members();
    private final Set<String> outcomes = Surface.outcomes();
    private final NameCheck names;
    private final List<RuleFault> faults;
    private final Map<String, String> ruleFiles = new HashMap<>();

    public TextPolicy(Definitions definitions, List<RuleFault> faults) {
        this.names = new NameCheck(definitions, faults);
        this.faults = faults;
    }

    /**
     * Checks one file.
     *
     * @param path within the rule folder
     * @param phase name that package and groups must have
     */
    public void check(String path, String phase, String text) {
        DrlFile file = DrlFile.read(path, text, faults);
        checkPackage(file, phase);
        file.imports().forEach(token -> checkImport(file, token));
        for (DrlRule rule : file.rules()) {
            checkGroup(file, rule, phase);
            String other = ruleFiles.putIfAbsent(rule.name(), path);
            if (other != null) {
                report(path, rule.line(), 1, rule, "another rule of this name is in " + other, "give it another name");
            }
            checkParentheses(path, rule, rule.conditions());
            checkParentheses(path, rule, rule.consequence());
            checkBindings(path, rule);
            Words words = new Words(path, rule);
            words.check(rule.conditions(), CONDITION_WORDS, true);
            words.check(rule.consequence(), CONSEQUENCE_WORDS, false);
            names.check(path, rule);
        }
    }

    private void checkPackage(DrlFile file, String phase) {
        if (!file.packageName().equals(phase)) {
            String problem = file.packageName().isEmpty()
                    ? "the file has no package"
                    : "the package is " + file.packageName() + ", the folder " + phase;
            faults.add(new RuleFault(
                    file.path(), Math.max(1, file.packageLine()), 1, "", problem, "write package " + phase));
        }
    }

    private void checkImport(DrlFile file, DrlToken token) {
        String name = token.text();
        Set<String> known = new TreeSet<>();
        types.values().forEach(type -> {
            known.add(type.getName());
            known.add(type.getPackageName() + ".*");
        });
        known.remove("dev.spendsense.rules.definitions.*");
        known.remove("dev.spendsense.bank.*");
        if (!known.contains(name)) {
            faults.add(new RuleFault(
                    file.path(), token.line(), token.column(), "", name + " cannot be imported", nearest(name, known)));
        }
    }

    private void checkGroup(DrlFile file, DrlRule rule, String phase) {
        String group = rule.group().map(DrlToken::text).orElse("");
        if (!group.equals(phase)) {
            String problem = group.isEmpty()
                    ? "the rule has no ruleflow-group"
                    : "the ruleflow-group is " + group + ", the folder " + phase;
            int line = rule.group().map(DrlToken::line).orElse(rule.line());
            report(file.path(), line, 1, rule, problem, "write ruleflow-group \"" + phase + "\"");
        }
    }

    /** The compiler loses its way, and the line, when these do not match. */
    private void checkParentheses(String path, DrlRule rule, List<DrlToken> tokens) {
        Deque<DrlToken> open = new ArrayDeque<>();
        for (DrlToken token : tokens) {
            if (token.is("(")) {
                open.push(token);
            } else if (token.is(")") && open.poll() == null) {
                report(path, token.line(), token.column(), rule, ") closes nothing", "remove it");
            }
        }
        if (!open.isEmpty()) {
            DrlToken token = open.pop();
            report(path, token.line(), token.column(), rule, "( is not closed", "add )");
        }
    }

    /** {@code $x : a - b} binds a alone, and nobody is told. */
    private void checkBindings(String path, DrlRule rule) {
        List<DrlToken> tokens = rule.conditions();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).text().startsWith("$") && tokens.get(i + 1).is(":")) {
                int depth = 0;
                for (int j = i + 2; j < tokens.size() && depth >= 0; j++) {
                    DrlToken token = tokens.get(j);
                    depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                    if (depth == 0 && (token.is(",") || token.is(";"))) {
                        break;
                    }
                    if (depth == 0 && token.kind() == DrlToken.Kind.SYMBOL && ARITHMETIC.contains(token.text())) {
                        report(
                                path,
                                token.line(),
                                token.column(),
                                rule,
                                "arithmetic after the binding " + tokens.get(i).text() + " would be dropped",
                                "use minus, plus or over of the measure");
                        break;
                    }
                }
            }
        }
    }

    private void report(String path, int line, int column, DrlRule rule, String problem, String remedy) {
        faults.add(new RuleFault(path, line, column, rule.name(), problem, remedy));
    }

    private static String nearest(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("rules/README.md lists what there is");
    }

    /** Holds each word of a rule against the lists. */
    private final class Words {

        private final String path;
        private final DrlRule rule;

        Words(String path, DrlRule rule) {
            this.path = path;
            this.rule = rule;
        }

        void check(List<DrlToken> tokens, Set<String> keywords, boolean conditions) {
            for (int i = 0; i < tokens.size(); i++) {
                DrlToken token = tokens.get(i);
                if (!token.isWord() || token.text().startsWith("$")) {
                    continue;
                }
                DrlToken before = i == 0 ? null : tokens.get(i - 1);
                boolean member = before != null && before.is(".");
                boolean made = before != null && before.is("new");
                boolean allowed;
                if (made) {
                    allowed = outcomes.contains(token.text());
                } else if (member) {
                    allowed = members.contains(token.text());
                } else if (conditions) {
                    allowed = keywords.contains(token.text()) || isType(token) || members.contains(token.text());
                } else {
                    allowed = keywords.contains(token.text()) || isType(token);
                }
                if (!allowed) {
                    refuse(token, made, member, keywords);
                }
            }
        }

        private boolean isType(DrlToken token) {
            return types.containsKey(token.text());
        }

        private void refuse(DrlToken token, boolean made, boolean member, Set<String> keywords) {
            String word = token.text();
            if (made) {
                String remedy = "rules can make " + String.join(", ", outcomes);
                report(path, token.line(), token.column(), rule, "new " + word + " is not allowed", remedy);
                return;
            }
            Set<String> known = new HashSet<>(members);
            if (!member) {
                known.addAll(keywords);
                known.addAll(types.keySet());
            }
            String remedy = INSTEAD.getOrDefault(word, nearest(word, new TreeSet<>(known)));
            report(path, token.line(), token.column(), rule, word + " is not known", remedy);
        }
    }
}
