package dev.spendsense.rules.grammar;

import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.vetting.DrlFile;
import dev.spendsense.rules.vetting.DrlRule;
import dev.spendsense.rules.vetting.DrlToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the rules of a folder and tells what is wrong with them. */
public final class RuleGrammar {

    /** After these, the part of the rule is not what its author meant, and reading on would only confuse. */
    private static final Set<FaultKind> STOPS = Set.of(
            FaultKind.UNBALANCED_BRACKET,
            FaultKind.NOT_ALLOWED,
            FaultKind.LOOP,
            FaultKind.CHANGED_FACT,
            FaultKind.BINDING_ARITHMETIC,
            FaultKind.TOO_LARGE,
            FaultKind.TOO_NESTED);

    private static final Set<FaultKind> BINDING_SLIPS =
            Set.of(FaultKind.UNKNOWN_BINDING, FaultKind.MISSING_BINDING_SIGN, FaultKind.UNEXPECTED_WORD);

    private final Definitions definitions;
    private final SampleUser sample;
    private final List<String> phases;

    /** @param phases in the order in which they run */
    public RuleGrammar(Definitions definitions, List<String> phases) {
        this.definitions = definitions;
        this.sample = new SampleUser(definitions);
        this.phases = phases;
    }

    /**
     * Reads one file.
     *
     * @param phase the folder that it lies in
     * @param vetted what was found in the file before; parts with grave faults are not read
     * @param faults takes what is wrong
     */
    public List<RuleOutline> read(DrlFile file, String phase, List<RuleFault> vetted, List<RuleFault> faults) {
        List<RuleOutline> outlines = new ArrayList<>();
        boolean importsSound = vetted.stream().noneMatch(fault -> fault.kind() == FaultKind.UNKNOWN_IMPORT);
        Imports imports = new Imports(file, phase, phases, importsSound);
        for (DrlRule rule : file.rules()) {
            RuleOutline outline = RuleOutline.of(file.path(), phase, rule);
            outlines.add(outline);
            if (rule.whole()) {
                List<RuleFault> found = new ArrayList<>();
                readRule(file.path(), outline, imports, vetted, found);
                faults.addAll(found);
            }
        }
        return outlines;
    }

    private void readRule(
            String path, RuleOutline outline, Imports imports, List<RuleFault> vetted, List<RuleFault> found) {
        DrlRule rule = outline.rule();
        Scope scope = new Scope(bindings(rule.conditions()).keySet());
        boolean conditionsRead = false;
        if (isReadable(rule.conditions(), vetted)) {
            Cursor cursor = new Cursor(path, rule.name(), rule.conditions(), found);
            Members members = new Members(cursor, definitions, sample, true);
            conditionsRead = attempt(() -> new Conditions(cursor, members, scope, outline, imports).read());
        }
        if (conditionsRead) {
            scope.conditionsRead();
        }
        boolean consequenceRead = false;
        if (isReadable(rule.consequence(), vetted)) {
            Cursor cursor = new Cursor(path, rule.name(), rule.consequence(), found);
            Members members = new Members(cursor, definitions, sample, false);
            consequenceRead = attempt(() -> new Consequence(cursor, members, scope, outline, imports).read());
        }
        if (conditionsRead
                && consequenceRead
                && found.stream().noneMatch(fault -> BINDING_SLIPS.contains(fault.kind()))) {
            tellUnusedBindings(path, rule, found);
        }
    }

    private static boolean attempt(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (Cursor.Lost told) {
            return false;
        }
    }

    private static boolean isReadable(List<DrlToken> part, List<RuleFault> vetted) {
        return vetted.stream().filter(fault -> STOPS.contains(fault.kind())).noneMatch(fault -> contains(part, fault));
    }

    private static boolean contains(List<DrlToken> part, RuleFault fault) {
        if (part.isEmpty()) {
            return false;
        }
        DrlToken first = part.get(0);
        DrlToken last = part.get(part.size() - 1);
        boolean afterFirst =
                fault.line() > first.line() || fault.line() == first.line() && fault.column() >= first.column();
        boolean beforeLast =
                fault.line() < last.line() || fault.line() == last.line() && fault.column() <= last.column();
        return afterFirst && beforeLast;
    }

    /** Where each binding is given. */
    private static Map<String, DrlToken> bindings(List<DrlToken> conditions) {
        Map<String, DrlToken> bindings = new LinkedHashMap<>();
        for (int i = 0; i + 1 < conditions.size(); i++) {
            if (conditions.get(i).isBinding() && conditions.get(i + 1).is(":")) {
                bindings.putIfAbsent(conditions.get(i).text(), conditions.get(i));
            }
        }
        return bindings;
    }

    private static void tellUnusedBindings(String path, DrlRule rule, List<RuleFault> found) {
        Map<String, DrlToken> bindings = bindings(rule.conditions());
        Set<String> used = new HashSet<>();
        Stream.concat(rule.conditions().stream(), rule.consequence().stream())
                .filter(token -> !bindings.containsValue(token))
                .forEach(token -> used.add(token.text()));
        bindings.forEach((name, token) -> {
            if (!used.contains(name)) {
                found.add(new RuleFault(
                        path,
                        token.line(),
                        token.column(),
                        rule.name(),
                        FaultKind.UNUSED_BINDING,
                        name + " is never used",
                        "use it or leave it out"));
            }
        });
    }
}
