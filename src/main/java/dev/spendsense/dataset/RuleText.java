package dev.spendsense.dataset;

import dev.spendsense.bank.measure.Unit;
import java.util.List;
import java.util.Map;

/**
 * The rules that judged a population: enough to judge any of its users again, and to know what could have been concluded.
 *
 * @param revision SHA-256 of the texts, hexadecimal
 * @param files texts by path within the rule folder
 * @param parameters the numbers as they were used, which may differ from those in the texts
 * @param signals types of signals that are declared, in the order of the vocabulary
 * @param personas personas that are declared, in the order of the vocabulary
 * @param contents pieces of advice that are declared, by code
 */
public record RuleText(
        String revision,
        Map<String, String> files,
        List<Parameter> parameters,
        List<Word> signals,
        List<Word> personas,
        List<Word> contents) {

    public RuleText {
        files = Map.copyOf(files);
        parameters = List.copyOf(parameters);
        signals = List.copyOf(signals);
        personas = List.copyOf(personas);
        contents = List.copyOf(contents);
    }

    /**
     * A number that rules compare with or weigh by.
     *
     * @param name what rules call it
     * @param value in the unit
     * @param unit what it counts
     */
    public record Parameter(String name, double value, Unit unit) {}

    /**
     * A name of the vocabulary.
     *
     * @param name what rules call it
     * @param title what people call it
     */
    public record Word(String name, String title) {}
}
