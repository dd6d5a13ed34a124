package dev.spendsense.workbench.cases;

import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Firing;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import dev.spendsense.workbench.cases.Expectations.OfPersona;
import dev.spendsense.workbench.cases.Expectations.OfSignal;
import dev.spendsense.workbench.cases.Expectations.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds findings against what was expected, and puts every difference into a line with figures. */
final class Examination {

    private static final int DECIMALS = 6;

    private final Findings findings;
    private final List<String> failures = new ArrayList<>();

    private Examination(Findings findings) {
        this.findings = findings;
    }

    /** What is not as expected; empty when all is. */
    static List<String> of(Findings findings, Expectations expect) {
        Examination examination = new Examination(findings);
        expect.signals().forEach(examination::signal);
        expect.allPersonas().ifPresent(examination::allPersonas);
        expect.personas().forEach(examination::persona);
        expect.absentSignals().forEach(examination::absentSignal);
        expect.absentPersonas()
                .forEach(name -> examination.persona(name, new OfPersona(false, java.util.OptionalInt.empty(), 0, 1)));
        expect.advice().forEach(examination::advice);
        expect.absentAdvice().forEach(examination::absentAdvice);
        expect.blocked().forEach(examination::blocked);
        expect.because().stream().sorted().forEach(examination::because);
        expect.silent().stream().sorted().forEach(examination::silent);
        return List.copyOf(examination.failures);
    }

    // Signals

    private void signal(OfSignal expected) {
        List<Signal> measured = findings.signals().stream()
                .filter(signal -> signal.type().equals(expected.type()))
                .filter(signal -> expected.days().isEmpty() || expected.days().getAsInt() == signal.windowDays())
                .toList();
        boolean unknown = expected.reading().equals(Optional.of(Reading.UNKNOWN));
        if (measured.isEmpty() && !unknown) {
            String days = expected.days().isPresent() ? " " + expected.days().getAsInt() + " d" : "";
            fail("signal " + expected.type() + days + ": expected " + words(expected) + ", was unknown");
        }
        for (Signal signal : measured) {
            if (unknown) {
                fail(title(signal) + ": expected unknown, was " + number(signal.value()));
            }
            expected.reading().ifPresent(reading -> reading(signal, reading));
            expected.value().ifPresent(value -> value(signal, value, expected.within()));
        }
    }

    private void reading(Signal signal, Reading expected) {
        if (expected != Reading.UNKNOWN && signal.detected() != (expected == Reading.DETECTED)) {
            fail(title(signal) + ": expected " + (signal.detected() ? "not detected" : "detected") + ", was "
                    + number(signal.value()) + " " + threshold(signal));
        }
    }

    /** {@code (threshold 0.5, 0.02 short)}. */
    private static String threshold(Signal signal) {
        double margin = signal.margin();
        String distance = margin == 0 ? "just there" : number(Math.abs(margin)) + (margin > 0 ? " beyond" : " short");
        return "(threshold " + signal.threshold() + " " + signal.comparison().symbol() + " "
                + number(signal.thresholdValue()) + ", " + distance + ")";
    }

    private void value(Signal signal, double expected, double within) {
        double off = signal.value() - expected;
        // A figure of six decimals that was written down must be met by the same figure.
        if (Math.abs(off) > within + 5e-7) {
            fail(title(signal) + ": expected " + number(expected) + (within > 0 ? " within " + number(within) : "")
                    + ", was " + number(signal.value()) + " (" + number(Math.abs(off)) + (off > 0 ? " more" : " less")
                    + ")");
        }
    }

    private void absentSignal(String type) {
        findings.signals().stream()
                .filter(signal -> signal.type().equals(type) && signal.detected())
                .forEach(signal -> fail(title(signal) + ": expected absent, was detected at " + number(signal.value())
                        + " " + threshold(signal)));
    }

    private static String title(Signal signal) {
        return "signal " + signal.type() + " " + signal.windowDays() + " d";
    }

    private static String words(OfSignal expected) {
        String reading = expected.reading()
                .map(it -> it == Reading.DETECTED ? "detected" : "not detected")
                .orElse("");
        String value = expected.value().isPresent() ? number(expected.value().getAsDouble()) : "";
        return (reading + " " + value).strip();
    }

    // Personas

    private void allPersonas(List<String> expected) {
        List<String> assigned =
                findings.personas().stream().map(PersonaAssignment::persona).toList();
        if (!assigned.equals(expected)) {
            fail("personas: expected " + String.join(", ", expected) + ", were " + ranked());
        }
    }

    private void persona(String name, OfPersona expected) {
        Optional<PersonaAssignment> assigned = findings.persona(name);
        if (assigned.isPresent() != expected.assigned()) {
            fail("persona " + name + ": expected "
                    + (expected.assigned() ? "assigned, was not: " : "not assigned, was: ") + standing(name)
                    + "; assigned are " + ranked());
            return;
        }
        if (expected.rank().isPresent()
                && assigned.isPresent()
                && assigned.get().rank() != expected.rank().getAsInt()) {
            fail("persona " + name + ": expected rank " + expected.rank().getAsInt() + ", was rank "
                    + assigned.get().rank() + " of " + ranked());
        }
        confidence(name).ifPresent(confidence -> {
            boolean less = confidence < expected.atLeast();
            if (less || confidence > expected.atMost()) {
                double off = less ? expected.atLeast() - confidence : confidence - expected.atMost();
                fail("persona " + name + ": expected confidence " + number(expected.atLeast()) + " to "
                        + number(expected.atMost()) + ", was " + number(confidence) + " (" + number(off)
                        + (less ? " short)" : " beyond)"));
            }
        });
    }

    private Optional<Double> confidence(String name) {
        return findings.persona(name)
                .map(PersonaAssignment::confidence)
                .or(() -> findings.scores().stream()
                        .filter(score -> score.persona().equals(name))
                        .map(Score::confidence)
                        .findFirst());
    }

    private String standing(String name) {
        String criterion = findings.candidates().stream()
                .filter(candidate -> candidate.persona().equals(name))
                .map(Candidate::because)
                .findFirst()
                .map(because -> "its criterion is met by " + because)
                .orElse("no criterion is met");
        return "confidence " + confidence(name).map(Examination::number).orElse("unknown") + ", " + criterion;
    }

    private String ranked() {
        return String.join(
                ", ",
                findings.personas().stream()
                        .map(each -> each.persona() + " " + number(each.confidence()))
                        .toList());
    }

    // Advice

    private void advice(String code, String fragment) {
        Optional<Recommendation> given = findings.recommendations().stream()
                .filter(piece -> piece.code().equals(code))
                .findFirst();
        if (given.isEmpty()) {
            fail("advice " + code + ": expected, was not given" + heldBack(code) + "; given were " + given());
        } else if (!given.get().rationale().contains(fragment)) {
            fail("advice " + code + ": expected a rationale with \"" + fragment + "\", was \""
                    + given.get().rationale() + "\"");
        }
    }

    private String heldBack(String code) {
        return findings.blocked().stream()
                .filter(blocked -> blocked.code().equals(code))
                .map(Blocked::reason)
                .findFirst()
                .map(reason -> " but held back (" + reason + ")")
                .orElse("");
    }

    private void absentAdvice(String code) {
        findings.recommendations().stream()
                .filter(piece -> piece.code().equals(code))
                .forEach(piece -> fail("advice " + code + ": expected absent, was given for " + piece.persona()
                        + " because \"" + piece.rationale() + "\""));
    }

    private void blocked(String code, String fragment) {
        List<String> reasons = findings.blocked().stream()
                .filter(blocked -> blocked.code().equals(code))
                .map(Blocked::reason)
                .distinct()
                .toList();
        if (reasons.stream().noneMatch(reason -> reason.contains(fragment))) {
            fail("advice " + code + ": expected to be held back" + (fragment.isEmpty() ? "" : " (" + fragment + ")")
                    + (reasons.isEmpty() ? ", was not" : ", was for " + String.join(", ", reasons))
                    + "; given were " + given());
        }
    }

    private String given() {
        List<String> codes =
                findings.recommendations().stream().map(Recommendation::code).toList();
        return codes.isEmpty() ? "none" : String.join(", ", codes);
    }

    // Rules

    private void because(String rule) {
        if (Conclusion.of(rule, findings).isEmpty()) {
            fail("rule \"" + rule + "\": expected to come to a conclusion, "
                    + outcomes(rule).map(said -> "said only: " + said).orElse("did not fire"));
        }
    }

    private void silent(String rule) {
        List<String> conclusions = Conclusion.of(rule, findings);
        if (!conclusions.isEmpty()) {
            fail("rule \"" + rule + "\": expected to come to no conclusion, said "
                    + outcomes(rule).orElse(conclusions.toString()));
        }
    }

    private Optional<String> outcomes(String rule) {
        return findings.firings().stream()
                .filter(firing -> firing.rule().equals(rule))
                .map(Firing::outcome)
                .distinct()
                .reduce((one, other) -> one + " and " + other);
    }

    private void fail(String difference) {
        failures.add(difference);
    }

    /** With the six decimals that every measure has, less what says nothing. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
