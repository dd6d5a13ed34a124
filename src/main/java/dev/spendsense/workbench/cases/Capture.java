package dev.spendsense.workbench.cases;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Signal;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import java.time.LocalDate;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A surprising user made into a test case: the smallest history that still surprises.
 *
 * @param yaml a file of test cases with this one in it
 * @param name of the case
 * @param before lines of postings and transfers that the user's history has
 * @param after lines that are left
 * @param trials how many histories were judged
 * @param minimal whether no single line can be left out; not so when the trials ran out
 */
public record Capture(String yaml, String name, int before, int after, int trials, boolean minimal) {

    /** How far a confidence in the case may be off. */
    private static final double CONFIDENCE_WITHIN = 0.01;

    /** What about a user is surprising. */
    public sealed interface Surprise {

        /** A persona that the user is taken to have, with the rank that it has. */
        record OfPersona(String persona) implements Surprise {}

        /** A signal that is detected. */
        record OfSignal(String type) implements Surprise {}
    }

    /**
     * Reduces a user to what surprises.
     *
     * @param planted what the user is in truth; empty when nobody knows
     * @param trials at most so many histories are judged
     * @throws NoSuchElementException when there is nothing of the kind about the user, with a message for people
     */
    public static Capture of(RuleBase rules, History history, String planted, Surprise surprise, int trials) {
        LocalDate asOf = history.asOf();
        Findings found = rules.evaluate(history);
        Predicate<Findings> same = same(surprise, found, planted);
        Predicate<WrittenUser> stays = user -> {
            try {
                return same.test(rules.evaluate(Books.keep(user, asOf)));
            } catch (ImpossibleHistory | RuleFailure gone) {
                return false;
            }
        };
        WrittenUser whole = Transcript.of(history);
        if (!stays.test(whole)) {
            throw new NoSuchElementException("what surprises about " + found.userId()
                    + " does not show in books that are kept by the usual terms of a card");
        }
        Reduction.Outcome outcome = Reduction.of(whole, asOf, stays, trials);
        String name = title(surprise, found.userId());
        Findings left = rules.evaluate(Books.keep(outcome.user(), asOf));
        String yaml = "# " + found.userId() + (planted.isEmpty() ? "" : ", planted as " + planted) + ", reduced from "
                + whole.lines().size() + " to " + outcome.user().lines().size() + " postings and transfers.\n"
                + "cases:\n"
                + "  - name: " + UserWriter.scalar(name) + "\n"
                + "    as_of: " + asOf + "\n"
                + "    given:\n"
                + UserWriter.yaml(outcome.user(), asOf, "      ")
                + "    expect:\n"
                + expected(surprise, left);
        return new Capture(
                yaml, name, whole.lines().size(), outcome.user().lines().size(), outcome.trials(), outcome.minimal());
    }

    private static String title(Surprise surprise, String user) {
        return surprise instanceof Surprise.OfPersona persona
                ? user + " is taken for " + persona.persona()
                : user + " shows " + ((Surprise.OfSignal) surprise).type();
    }

    private static Predicate<Findings> same(Surprise surprise, Findings found, String planted) {
        if (surprise instanceof Surprise.OfSignal signal) {
            Set<Integer> windows = detected(signal.type(), found);
            if (windows.isEmpty()) {
                throw new NoSuchElementException("signal " + signal.type() + " is not detected in " + found.userId()
                        + "; who lacks a signal is reduced to nobody");
            }
            return smaller -> detected(signal.type(), smaller).containsAll(windows);
        }
        String persona = ((Surprise.OfPersona) surprise).persona();
        int rank = found.persona(persona)
                .map(PersonaAssignment::rank)
                .orElseThrow(() -> new NoSuchElementException(found.userId() + " is not taken for " + persona
                        + " but for " + personas(found) + "; who lacks a persona is reduced to nobody"));
        // A persona that takes no evidence is given to nobodies too: what speaks for and against the planted one stays.
        boolean byDefault =
                found.scores().stream().noneMatch(score -> score.persona().equals(persona));
        Set<String> speaking = byDefault ? speaking(found, planted) : Set.of();
        return smaller -> smaller.persona(persona)
                        .filter(assigned -> assigned.rank() == rank)
                        .isPresent()
                && (!byDefault || speaking(smaller, planted).equals(speaking));
    }

    private static String personas(Findings found) {
        return found.personas().stream().map(PersonaAssignment::persona).collect(Collectors.joining(", "));
    }

    private static Set<Integer> detected(String type, Findings found) {
        return found.signals().stream()
                .filter(signal -> signal.type().equals(type) && signal.detected())
                .map(Signal::windowDays)
                .collect(Collectors.toSet());
    }

    private static Set<String> speaking(Findings found, String persona) {
        return found.evidence().stream()
                .filter(evidence -> evidence.persona().equals(persona))
                .map(Capture::direction)
                .collect(Collectors.toSet());
    }

    private static String direction(Evidence evidence) {
        return evidence.weight() + " " + Math.signum(evidence.logOdds());
    }

    private static String expected(Surprise surprise, Findings left) {
        if (surprise instanceof Surprise.OfSignal signal) {
            StringBuilder signals = new StringBuilder("      signals:\n");
            left.signals().stream()
                    .filter(each -> each.type().equals(signal.type()) && each.detected())
                    .forEach(each -> signals.append(String.format(
                            Locale.ROOT,
                            "        %s %dd: {value: %s, detected: true}\n",
                            each.type(),
                            each.windowDays(),
                            Examination.number(each.value()))));
            return signals.toString();
        }
        PersonaAssignment assigned =
                left.persona(((Surprise.OfPersona) surprise).persona()).orElseThrow();
        return String.format(
                Locale.ROOT,
                "      personas: {%s: {rank: %d, confidence: [%s, %s]}}\n",
                assigned.persona(),
                assigned.rank(),
                Examination.number(Math.max(0, assigned.confidence() - CONFIDENCE_WITHIN)),
                Examination.number(Math.min(1, assigned.confidence() + CONFIDENCE_WITHIN)));
    }
}
