package dev.spendsense.workbench.cases;

import dev.spendsense.workbench.cases.Case.Example;
import dev.spendsense.workbench.cases.Expectations.OfSignal;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which words of the rules a case names, whatever it expects of them.
 *
 * @param name of the case, without its variants
 * @param file path within the rule folder
 * @param line in the file, from 1
 * @param rules that have to conclude something, or nothing
 * @param signals by name, without windows
 * @param personas by name
 * @param advice by code
 * @param parameters that have another value in the case
 */
public record CaseTopics(
        String name,
        String file,
        int line,
        Set<String> rules,
        Set<String> signals,
        Set<String> personas,
        Set<String> advice,
        Set<String> parameters) {

    static CaseTopics of(Example example, Path rules) {
        Case first = example.cases().get(0);
        CaseTopics topics = new CaseTopics(
                example.name(),
                rules.relativize(Path.of(first.file())).toString().replace('\\', '/'),
                first.line(),
                new TreeSet<>(example.boundaryOf()),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>());
        for (Case one : example.cases()) {
            topics.add(one.expect());
            topics.parameters.addAll(one.parameters().keySet());
        }
        return topics;
    }

    private void add(Expectations expect) {
        rules.addAll(expect.because());
        rules.addAll(expect.silent());
        expect.signals().stream().map(OfSignal::type).forEach(signals::add);
        signals.addAll(expect.absentSignals());
        personas.addAll(expect.personas().keySet());
        expect.allPersonas().ifPresent(personas::addAll);
        personas.addAll(expect.absentPersonas());
        advice.addAll(expect.advice().keySet());
        advice.addAll(expect.blocked().keySet());
        advice.addAll(expect.absentAdvice());
    }
}
