package dev.spendsense.rules.definitions;

import dev.spendsense.text.NearestName;
import java.util.List;
import java.util.Map;

/**
 * All that rules can name.
 *
 * @param parameters numbers
 * @param vocabulary signals, personas, category sets, services
 * @param content advice
 */
public record Definitions(Parameters parameters, Vocabulary vocabulary, Content content) {

    /** Reads the three texts; what is wrong, also between them, is added to the faults. */
    public static Definitions read(String parameters, String vocabulary, String content, List<RuleFault> faults) {
        Parameters numbers = Parameters.read(parameters, faults);
        Vocabulary words = Vocabulary.read(vocabulary, faults);
        for (Persona persona : words.personas().values()) {
            if (!persona.groups().isEmpty()) {
                requireParameter(persona.priorParameter(), numbers, faults);
            }
            for (String group : persona.groups()) {
                requireParameter(persona.capParameter(group), numbers, faults);
            }
        }
        return new Definitions(numbers, words, Content.read(content, numbers, words, faults));
    }

    private static void requireParameter(String name, Parameters parameters, List<RuleFault> faults) {
        if (!parameters.has(name) && !parameters.names().isEmpty()) {
            faults.add(new RuleFault(
                    Parameters.FILE,
                    0,
                    0,
                    "",
                    FaultKind.MISSING_PARAMETER,
                    "the vocabulary needs a parameter called " + name,
                    NearestName.of(name, parameters.names())
                            .map(nearest -> "add it with unit log_odds, unless " + nearest + " should be it")
                            .orElse("add it with unit log_odds")));
        }
    }

    /** The same with other values for some parameters. */
    public Definitions with(Map<String, Double> values) {
        return new Definitions(parameters.with(values), vocabulary, content);
    }
}
