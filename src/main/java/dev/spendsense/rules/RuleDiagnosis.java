package dev.spendsense.rules;

import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.Content;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.rules.definitions.Vocabulary;
import dev.spendsense.rules.grammar.RuleGrammar;
import dev.spendsense.rules.grammar.RuleOutline;
import dev.spendsense.rules.vetting.DrlFile;
import dev.spendsense.rules.vetting.TextPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that is wrong with the texts of a rule folder, and what they say. A fault in one place hides none in
 * another, and one slip is told once.
 */
public final class RuleDiagnosis {

    /** Told by those who know files but not rules. */
    private static final Set<FaultKind> OF_CHARACTERS = EnumSet.of(
            FaultKind.BAD_CHARACTER,
            FaultKind.WRONG_QUOTE,
            FaultKind.UNCLOSED_TEXT,
            FaultKind.BAD_ESCAPE,
            FaultKind.BAD_NUMBER,
            FaultKind.WRONG_OPERATOR,
            FaultKind.PERCENT_FOR_FRACTION,
            FaultKind.NOT_ALLOWED);

    private final RuleSource source;
    private final Definitions definitions;
    private final List<DrlFile> files = new ArrayList<>();
    private final List<RuleOutline> rules = new ArrayList<>();
    private final List<RuleFault> faults = new ArrayList<>();

    private RuleDiagnosis(RuleSource source) {
        this.source = source;
        this.definitions = Definitions.read(
                source.declaration(Parameters.FILE),
                source.declaration(Vocabulary.FILE),
                source.declaration(Content.FILE),
                faults);
        boolean covered = definitions.parameters().has(RuleBase.WINDOW_COVERAGE);
        if (!covered && !definitions.parameters().names().isEmpty()) {
            faults.add(new RuleFault(
                    Parameters.FILE,
                    0,
                    0,
                    "",
                    FaultKind.MISSING_PARAMETER,
                    "has no parameter window_coverage",
                    "add it with unit share"));
        }
    }

    /** Names of the phases, in the order in which they fire. */
    public static List<String> phases() {
        return Phase.folders();
    }

    /** What can be told without the engine. */
    public static RuleDiagnosis ofTexts(RuleSource source) {
        RuleDiagnosis diagnosis = new RuleDiagnosis(source);
        diagnosis.readRules();
        return diagnosis;
    }

    /**
     * What can be told at all: files without an error are given to the engine, unless it has compiled them before.
     *
     * @param store where compiled rules are kept
     */
    public static RuleDiagnosis of(RuleSource source, CompiledStore store) {
        RuleDiagnosis diagnosis = ofTexts(source);
        diagnosis.compile(store);
        return diagnosis;
    }

    /** What rules can name; as much of it as could be read. */
    public Definitions definitions() {
        return definitions;
    }

    /** The rule files, by path. */
    public List<DrlFile> files() {
        return files;
    }

    /** The rules, in the order of files. */
    public List<RuleOutline> rules() {
        return rules;
    }

    /** Errors and warnings by file and line. */
    public List<RuleFault> faults() {
        return faults.stream().sorted().distinct().toList();
    }

    List<RuleFault> errors() {
        return faults().stream().filter(RuleFault::isError).toList();
    }

    private void readRules() {
        List<RuleFault> vetted = new ArrayList<>();
        List<RuleFault> read = new ArrayList<>();
        TextPolicy policy = new TextPolicy(definitions, vetted);
        RuleGrammar grammar = new RuleGrammar(definitions, Phase.folders());
        source.rules().forEach((path, text) -> {
            Optional<Phase> phase = Phase.ofFile(path, vetted);
            if (phase.isEmpty()) {
                files.add(DrlFile.read(path, text, new ArrayList<>()));
                return;
            }
            DrlFile file = policy.check(path, phase.get().folder(), text);
            files.add(file);
            List<RuleFault> ofFile =
                    vetted.stream().filter(fault -> fault.file().equals(path)).toList();
            rules.addAll(grammar.read(file, phase.get().folder(), ofFile, read));
        });
        merge(vetted, read);
    }

    /** Where both tell of one place, the closer look counts; but what is refused is refused. */
    private void merge(List<RuleFault> vetted, List<RuleFault> read) {
        Set<String> readAt = places(read);
        Set<String> vettedAt = places(vetted.stream()
                .filter(fault -> fault.kind() != FaultKind.UNKNOWN_WORD)
                .toList());
        vetted.stream()
                .filter(fault -> fault.kind() != FaultKind.UNKNOWN_WORD
                        || !readAt.contains(place(fault)) && !vettedAt.contains(place(fault)))
                .map(this::withRule)
                .forEach(faults::add);
        read.stream().filter(fault -> !vettedAt.contains(place(fault))).forEach(faults::add);
    }

    private static Set<String> places(List<RuleFault> faults) {
        Set<String> places = new HashSet<>();
        faults.forEach(fault -> places.add(place(fault)));
        return places;
    }

    private static String place(RuleFault fault) {
        return fault.file() + ":" + fault.line() + ":" + fault.column();
    }

    private RuleFault withRule(RuleFault fault) {
        if (!fault.rule().isEmpty() || !OF_CHARACTERS.contains(fault.kind())) {
            return fault;
        }
        String rule = files.stream()
                .filter(file -> file.path().equals(fault.file()))
                .flatMap(file -> file.rules().stream())
                .filter(one -> one.line() <= fault.line())
                .max(Comparator.comparingInt(one -> one.line()))
                .map(one -> one.name())
                .orElse("");
        return new RuleFault(
                fault.file(), fault.line(), fault.column(), rule, fault.kind(), fault.problem(), fault.remedy());
    }

    private void compile(CompiledStore store) {
        Map<String, String> sound = new TreeMap<>(source.rules());
        errors().forEach(fault -> sound.remove(fault.file()));
        String key = CompiledStore.key(sound);
        if (sound.isEmpty() || store.find(key).isPresent()) {
            return;
        }
        try {
            byte[] jar = RuleCompiler.compile(sound);
            CompiledRules.read(jar).load();
            store.keep(key, jar);
        } catch (BrokenRules refused) {
            faults.addAll(RefusedRules.among(sound));
        }
    }
}
