package dev.spendsense.rules.vetting;

import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.text.NearestName;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
    public static final int VERSION = 3;

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
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("eval", "write the condition in a pattern"),
            Map.entry("from", "ask a fact of its own, or a helper of Window"),
            Map.entry("matches", "compare with == or in"),
            Map.entry("forall", "write not with the opposite condition"),
            Map.entry("collect", "write accumulate( ... ; $all : collectList($one) )"),
            Map.entry("modify", "insert a new fact instead"),
            Map.entry("update", "insert a new fact instead"),
            Map.entry("delete", "let a later phase decide instead"),
            Map.entry("retract", "let a later phase decide instead"),
            Map.entry("insertLogical", "write insert"),
            Map.entry("average", "divide a sum by a count that is above 0"),
            Map.entry("for", "let a rule match each fact instead"),
            Map.entry("while", "let a rule match each fact instead"),
            Map.entry("do", "let a rule match each fact instead"),
            Map.entry("if", "write two rules with opposite conditions"),
            Map.entry("else", "write two rules with opposite conditions"));

    private static final int ENOUGH_FAULTS = 100;

    private static final Set<String> LOOPS = Set.of("for", "while", "do");
    private static final Set<String> CHANGES = Set.of("modify", "update", "delete", "retract");

    private final Map<String, Class<?>> types = Surface.types();
    private final Set<String> members = Surface.members();
    private final Set<String> outcomes = Surface.outcomes();
    private final Definitions definitions;
    private final NameCheck names;
    private final SizeCheck sizes;
    private final List<RuleFault> faults;
    private final Map<String, String> ruleFiles = new HashMap<>();

    public TextPolicy(Definitions definitions, List<RuleFault> faults) {
        this.definitions = definitions;
        this.names = new NameCheck(definitions, faults);
        this.sizes = new SizeCheck(faults);
        this.faults = faults;
    }

    /**
     * Checks one file.
     *
     * @param path within the rule folder
     * @param phase name that package and groups must have
     * @return the outline of the file
     */
    public DrlFile check(String path, String phase, String text) {
        if (!sizes.isReadable(path, text)) {
            return new DrlFile(path, phase, 1, List.of(), List.of(), List.of());
        }
        DrlFile file = DrlFile.read(path, text, faults);
        sizes.count(path, file.rules());
        checkPackage(file, phase);
        file.imports().forEach(token -> checkImport(file, token));
        int before = faults.size();
        for (DrlRule rule : file.rules()) {
            if (faults.size() > before + ENOUGH_FAULTS) {
                break; // whoever wrote this meant something else than rules
            }
            checkGroup(file, rule, phase);
            checkTags(path, rule);
            String other = ruleFiles.putIfAbsent(rule.name(), path);
            if (other != null) {
                String problem = "another rule of this name is in " + other;
                report(path, rule.line(), 1, rule, FaultKind.DUPLICATE_RULE, problem, "give it another name");
            }
            if (rule.whole()) {
                checkRule(path, rule);
            }
        }
        return file;
    }

    private void checkRule(String path, DrlRule rule) {
        if (!sizes.check(path, rule)) {
            return;
        }
        int before = faults.size();
        checkParentheses(path, rule, rule.conditions());
        checkParentheses(path, rule, rule.consequence());
        checkBindings(path, rule);
        Words words = new Words(path, rule);
        words.check(rule.conditions(), CONDITION_WORDS, true);
        words.check(rule.consequence(), CONSEQUENCE_WORDS, false);
        if (faults.size() == before) {
            new SymbolCheck(path, rule, faults).check();
        }
        names.check(path, rule);
    }

    private void checkTags(String path, DrlRule rule) {
        List<String> tags = definitions.vocabulary().tags();
        for (DrlToken tag : rule.tags()) {
            if (!Character.isLowerCase((tag.text() + " ").charAt(0))) {
                String problem = "@" + tag.text() + " means something to the engine";
                String remedy = "begin the name of a tag with a small letter";
                report(path, tag.line(), tag.column(), rule, FaultKind.MISSING_TAG, problem, remedy);
            }
        }
        if (tags.isEmpty()) {
            return;
        }
        List<String> missing = new ArrayList<>(tags);
        for (DrlToken tag : rule.tags()) {
            if (!missing.remove(tag.text()) && !tags.contains(tag.text())) {
                NearestName.of(tag.text(), tags).ifPresent(missing::remove);
                report(
                        path,
                        tag.line(),
                        tag.column(),
                        rule,
                        FaultKind.MISSING_TAG,
                        "no tag is called @" + tag.text(),
                        NameCheck.remedy(tag.text(), tags));
            }
        }
        for (String tag : missing) {
            String remedy = "write @" + tag + "( ... ) on a line after the name";
            report(path, rule.line(), 1, rule, FaultKind.MISSING_TAG, "the rule has no tag @" + tag, remedy);
        }
    }

    private void checkPackage(DrlFile file, String phase) {
        if (!file.packageName().equals(phase)) {
            String problem = file.packageName().isEmpty()
                    ? "the file has no package"
                    : "the package is " + file.packageName() + ", the folder " + phase;
            faults.add(new RuleFault(
                    file.path(),
                    Math.max(1, file.packageLine()),
                    1,
                    "",
                    FaultKind.WRONG_PACKAGE,
                    problem,
                    "write package " + phase));
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
                    file.path(),
                    token.line(),
                    token.column(),
                    "",
                    FaultKind.UNKNOWN_IMPORT,
                    name + " cannot be imported",
                    nearest(name, known)));
        }
    }

    private void checkGroup(DrlFile file, DrlRule rule, String phase) {
        String group = rule.group().map(DrlToken::text).orElse("");
        if (!group.equals(phase)) {
            String problem = group.isEmpty()
                    ? "the rule has no ruleflow-group"
                    : "the ruleflow-group is " + group + ", the folder " + phase;
            int line = rule.group().map(DrlToken::line).orElse(rule.line());
            int column = rule.group().map(DrlToken::column).orElse(1);
            report(
                    file.path(),
                    line,
                    column,
                    rule,
                    FaultKind.WRONG_GROUP,
                    problem,
                    "write ruleflow-group \"" + phase + "\"");
        }
    }

    /** The compiler loses its way, and the line, when these do not match. */
    private void checkParentheses(String path, DrlRule rule, List<DrlToken> tokens) {
        Deque<DrlToken> open = new ArrayDeque<>();
        for (DrlToken token : tokens) {
            if (token.is("(")) {
                open.push(token);
            } else if (token.is(")") && open.poll() == null) {
                report(
                        path,
                        token.line(),
                        token.column(),
                        rule,
                        FaultKind.UNBALANCED_BRACKET,
                        ") closes nothing",
                        "remove it");
            }
        }
        if (!open.isEmpty()) {
            DrlToken token = open.pop();
            report(path, token.line(), token.column(), rule, FaultKind.UNBALANCED_BRACKET, "( is not closed", "add )");
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
                                FaultKind.BINDING_ARITHMETIC,
                                "arithmetic after the binding " + tokens.get(i).text() + " would be dropped",
                                "use minus, plus or over of the measure");
                        break;
                    }
                }
            }
        }
    }

    private void report(
            String path, int line, int column, DrlRule rule, FaultKind kind, String problem, String remedy) {
        faults.add(new RuleFault(path, line, column, rule.name(), kind, problem, remedy));
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
            boolean refused = false;
            for (int i = 0; i < tokens.size(); i++) {
                DrlToken token = tokens.get(i);
                if (!token.isWord() || token.text().startsWith("$")) {
                    continue;
                }
                DrlToken before = i == 0 ? null : tokens.get(i - 1);
                boolean member = before != null && before.is(".");
                boolean made = before != null && before.is("new");
                if (member && refused) {
                    continue; // of something that is not known nothing more is said
                }
                boolean allowed;
                if (made) {
                    allowed = outcomes.contains(token.text());
                } else if (member) {
                    allowed = members.contains(token.text());
                } else if (conditions) {
                    // a helper of the same name is asked of something, after a point
                    boolean foreign = INSTEAD.containsKey(token.text());
                    allowed = !foreign
                            && (keywords.contains(token.text()) || isType(token) || members.contains(token.text()));
                } else {
                    allowed = keywords.contains(token.text()) || isType(token);
                }
                refused = !allowed;
                if (!allowed) {
                    refuse(token, made, member, keywords);
                }
            }
        }

        private static FaultKind kindOf(String word) {
            if (LOOPS.contains(word)) {
                return FaultKind.LOOP;
            }
            if (CHANGES.contains(word)) {
                return FaultKind.CHANGED_FACT;
            }
            return INSTEAD.containsKey(word) ? FaultKind.NOT_ALLOWED : FaultKind.UNKNOWN_WORD;
        }

        private boolean isType(DrlToken token) {
            return types.containsKey(token.text());
        }

        private void refuse(DrlToken token, boolean made, boolean member, Set<String> keywords) {
            String word = token.text();
            if (made) {
                String remedy = "rules can make " + String.join(", ", outcomes);
                report(
                        path,
                        token.line(),
                        token.column(),
                        rule,
                        FaultKind.NOT_ALLOWED,
                        "new " + word + " is not allowed",
                        remedy);
                return;
            }
            Set<String> known = new HashSet<>(members);
            if (!member) {
                known.addAll(keywords);
                known.addAll(types.keySet());
            }
            String remedy = INSTEAD.getOrDefault(word, nearest(word, new TreeSet<>(known)));
            report(path, token.line(), token.column(), rule, kindOf(word), word + " is not known", remedy);
        }
    }
}
