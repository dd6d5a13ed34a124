package dev.spendsense.cli;

import dev.spendsense.report.accuracy.PersonaScore;
import dev.spendsense.report.figures.Estimate;
import dev.spendsense.workbench.sweep.Step;
import dev.spendsense.workbench.sweep.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A parameter at many values, on a screen. */
final class SweepScreen {

    private static final int BAR = 24;

    private final String title;
    private final Sweep sweep;

    SweepScreen(String title, Sweep sweep) {
        this.title = title;
        this.sweep = sweep;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(sweep.parameter() + " (" + sweep.unit() + "), " + sweep.meaning());
        lines.add(title);
        lines.add("");
        TextTable table = new TextTable("  ", "rlrrll");
        table.row("value", "", "affected", "macro-F1");
        sweep.steps()
                .forEach(step -> table.row(
                        Step.number(step.value()),
                        step.shipped() ? "◂ rules" : "",
                        String.format(Locale.ROOT, "%,d", step.affected()),
                        number(step.macroF1()),
                        bar(step),
                        sweep.plateau().holds(step.value()) ? "plateau" : ""));
        lines.addAll(table.lines());
        sweep.personas().forEach(persona -> persona(persona, lines));
        lines.add("");
        lines.add(sweep.plateau().inWords(sweep.shipped()));
        return lines;
    }

    private void persona(String persona, List<String> lines) {
        TextTable table = new TextTable("  ", "rlrrr");
        table.row(persona, "", "precision", "recall", "F1");
        for (Step step : sweep.steps()) {
            Optional<PersonaScore> score = step.of(persona);
            table.row(
                    Step.number(step.value()),
                    step.shipped() ? "◂ rules" : "",
                    number(score.flatMap(one -> one.precision().share())),
                    number(score.flatMap(one -> one.recall().share())),
                    number(score.flatMap(PersonaScore::f1)));
        }
        lines.add("");
        lines.addAll(table.lines());
    }

    /** From the worst of all steps to the best. */
    private String bar(Step step) {
        double worst = sweep.steps().stream().mapToDouble(Step::macroF1).min().orElse(0);
        double spread = sweep.plateau().best() - worst;
        double share = spread == 0 ? 1 : (step.macroF1() - worst) / spread;
        return "█".repeat(1 + (int) Math.round((BAR - 1) * share));
    }

    private static String number(Optional<Estimate> estimate) {
        return estimate.map(one -> number(one.value())).orElse("–");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
