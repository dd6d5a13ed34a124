package dev.spendsense.rules;

import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Turns rule texts into classes. The executable model is what runs; the classic engine is asked when something is
 * wrong, because it reports every broken rule with its line, and in tests, because it must reach the same findings.
 */
final class RuleCompiler {

    private static final String FOLDER = "src/main/resources/";
    private static final Pattern RULE = Pattern.compile("^\\s*rule\\s+\"([^\"]*)\"");

    private RuleCompiler() {}

    /**
     * A jar with the executable model of the rules. None of its classes has been loaded.
     *
     * @param rules texts by path
     */
    static byte[] compile(Map<String, String> rules) {
        KieBuilder builder = builder(rules);
        try {
            builder.buildAll(ExecutableModelProject.class);
        } catch (RuntimeException e) {
            // some faults escape the compiler of the executable model as exceptions without a place
            throw new BrokenRules(explain(rules, e.getMessage()));
        } catch (StackOverflowError | LinkageError e) {
            throw new BrokenRules(List.of(refused("rules", 0, 0, "", "it is too deep, or clashes with itself")));
        }
        try {
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                List<RuleFault> classic = classicFaults(rules);
                throw new BrokenRules(classic.isEmpty() ? faults(rules, errors) : classic);
            }
            return ((InternalKieModule) builder.getKieModule()).getBytes();
        } finally {
            forget(builder);
        }
    }

    /** The rules under the classic engine, for comparison. */
    static KieBase classic(Map<String, String> rules) {
        KieBuilder builder = builder(rules);
        builder.buildAll();
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new BrokenRules(faults(rules, errors));
        }
        return KieServices.get()
                .newKieContainer(builder.getKieModule().getReleaseId())
                .newKieBase(null);
    }

    private static List<RuleFault> explain(Map<String, String> rules, String problem) {
        List<RuleFault> classic = classicFaults(rules);
        return classic.isEmpty() ? List.of(refused("rules", 0, 0, "", problem)) : classic;
    }

    /** The classic compiler finds all faults, with lines; it lets some pass that the executable model does not. */
    private static List<RuleFault> classicFaults(Map<String, String> rules) {
        KieBuilder classic = builder(rules);
        try {
            classic.buildAll();
            return faults(rules, classic.getResults().getMessages(Message.Level.ERROR));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return List.of(); // the caller tells what the other compiler said
        } finally {
            forget(classic);
        }
    }

    private static KieBuilder builder(Map<String, String> rules) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        ReleaseId id = services.newReleaseId(
                "dev.spendsense", "rules", UUID.randomUUID().toString());
        files.generateAndWritePomXML(id);
        rules.forEach((path, text) -> files.write(FOLDER + path, text));
        return services.newKieBuilder(files, new BeyondRules());
    }

    private static void forget(KieBuilder builder) {
        if (builder.getResults().getMessages(Message.Level.ERROR).isEmpty()) {
            KieServices.get()
                    .getRepository()
                    .removeKieModule(builder.getKieModule().getReleaseId());
        }
    }

    private static List<RuleFault> faults(Map<String, String> rules, List<Message> errors) {
        List<RuleFault> faults = new ArrayList<>();
        for (Message error : errors) {
            String path = error.getPath() == null ? "rules" : error.getPath();
            int line = Math.max(0, error.getLine());
            String problem = error.getText().strip().lines().findFirst().orElse("");
            String rule = ruleAt(rules.getOrDefault(path, ""), line);
            faults.add(refused(path, line, Math.max(0, error.getColumn()), rule, problem));
        }
        return faults;
    }

    private static RuleFault refused(String path, int line, int column, String rule, String problem) {
        return new RuleFault(
                path,
                line,
                column,
                rule,
                FaultKind.REFUSED_BY_ENGINE,
                "the engine refuses the rule: " + inPlainWords(problem),
                "compare with the examples in rules/README.md, or undo the last change");
    }

    /** What follows the name of the rule, without the compiler's own numbers and the names of its classes. */
    private static String inPlainWords(String problem) {
        return problem.replaceFirst("^.*?[Uu]nable to", "unable to")
                .replaceAll("\\[?ERR \\d+\\]?", "")
                .replaceAll("\\b(?:[a-z]+\\.)+([A-Z])", "$1")
                .strip();
    }

    /** The compiler names the line reliably, the rule now and then. */
    private static String ruleAt(String text, int line) {
        String found = "";
        for (String each : text.lines().limit(line).toList()) {
            Matcher rule = RULE.matcher(each);
            found = rule.find() ? rule.group(1) : found;
        }
        return found;
    }

    /**
     * What rules are compiled against: this program, in which no class of a rule is to be found. The compiler looks for
     * many of those, by names that no other compilation has, and the loaders of the platform would remember each of them.
     */
    private static final class BeyondRules extends ClassLoader {

        private static final List<String> PHASES = Phase.folders();

        BeyondRules() {
            super(RuleCompiler.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (isOfRules(name, '.')) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public URL getResource(String name) {
            return isOfRules(name, '/') ? null : super.getResource(name);
        }

        private static boolean isOfRules(String name, char separator) {
            int end = name.indexOf(separator);
            return end > 0 && PHASES.contains(name.substring(0, end));
        }
    }
}
