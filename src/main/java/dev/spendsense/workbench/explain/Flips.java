package dev.spendsense.workbench.explain;

import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Signal;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.rules.definitions.Parameter;
import dev.spendsense.rules.facts.Supposition;
import dev.spendsense.workbench.explain.Flip.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/**
 * The smallest changes of one value by which a user would gain a persona, or lose it. Every one was found by judging
 * again.
 *
 * @param persona name in the vocabulary
 * @param gained whether the changes give the persona; otherwise they take it away
 * @param signals by measured values, one for each signal and direction, the smallest in proportion first
 * @param parameters by numbers of the rules, likewise
 * @param histories by what the user did, likewise
 * @param impossible what alone cannot do it
 * @param trials how often the rules judged
 */
public record Flips(
        String persona,
        boolean gained,
        List<Flip> signals,
        List<Flip> parameters,
        List<Flip> histories,
        List<Impossible> impossible,
        int trials) {

    public Flips {
        signals = List.copyOf(signals);
        parameters = List.copyOf(parameters);
        histories = List.copyOf(histories);
        impossible = List.copyOf(impossible);
    }

    /**
     * Something that was tried in vain.
     *
     * @param kind what would have been changed
     * @param what its name, with the window of a signal
     * @param why what stands in the way
     * @param source the postings whose amounts would have been changed; empty for anything else
     */
    public record Impossible(Kind kind, String what, String why, Optional<Source> source) {}

    /** By other values of signals: quick. */
    public static Flips ofSignals(RuleBase rules, History history, LocalDate asOf, String persona) {
        Search search = new Search(rules, history.until(asOf), persona);
        search.signals();
        return search.result();
    }

    /** By other values of signals, other parameters, and other doings of the user, whose books are then kept anew. */
    public static Flips of(RuleBase rules, History history, LocalDate asOf, String persona) {
        Search search = new Search(rules, history.until(asOf), persona);
        search.signals();
        search.parameters();
        search.histories();
        return search.result();
    }

    /** The smallest of all in proportion, of a kind. */
    public Optional<Flip> smallest(Kind kind) {
        List<Flip> ofKind = switch (kind) {
            case SIGNAL -> signals;
            case PARAMETER -> parameters;
            default -> histories;
        };
        return ofKind.stream().filter(flip -> flip.kind() == kind).findFirst();
    }

    /** Tries values for one user and one persona. */
    static final class Search {

        private static final Comparator<Flip> SMALLEST_FIRST = Comparator.comparingDouble(Flip::relative)
                .thenComparing(Flip::name)
                .thenComparingInt(Flip::windowDays)
                .thenComparingDouble(Flip::to);

        private final RuleBase rules;
        private final History history;
        private final String persona;
        private final Behavior behavior;
        private final Findings findings;
        private final boolean gained;
        private final List<Flip> bySignals = new ArrayList<>();
        private final List<Flip> byParameters = new ArrayList<>();
        private final List<Flip> byHistories = new ArrayList<>();
        private final List<Impossible> impossible = new ArrayList<>();
        private int trials;

        Search(RuleBase rules, History history, String persona) {
            this.rules = rules;
            this.history = history;
            this.persona = persona;
            this.behavior = rules.behavior(history);
            this.findings = rules.explain(behavior);
            this.gained = findings.persona(persona).isEmpty();
        }

        RuleBase rules() {
            return rules;
        }

        History history() {
            return history;
        }

        Findings findings() {
            return findings;
        }

        String persona() {
            return persona;
        }

        void signals() {
            for (Signal signal : findings.signals()) {
                String name = signal.type();
                int days = signal.windowDays();
                int before = bySignals.size();
                for (int direction : new int[] {1, -1}) {
                    Trial trial = new Trial(
                            value -> judged(() -> rules.suppose(behavior, new Supposition(name, days, value))));
                    Grid.ofSignal(signal.unit())
                            .nearest(signal.value(), direction, trial::flips)
                            .ifPresent(found -> bySignals.add(
                                    trial.flip(Kind.SIGNAL, name, days, signal.unit(), signal.value(), found)));
                }
                if (bySignals.size() == before) {
                    impossible.add(new Impossible(
                            Kind.SIGNAL, name + " over " + days + " days", "no value does it", Optional.empty()));
                }
            }
        }

        void parameters() {
            for (Parameter parameter : rules.definitions().parameters().all()) {
                String name = parameter.name();
                for (int direction : new int[] {1, -1}) {
                    Trial trial = new Trial(value -> judged(() -> with(name, value)));
                    Grid.ofParameter(parameter.unit())
                            .nearest(parameter.value(), direction, trial::flips)
                            .ifPresent(found -> byParameters.add(
                                    trial.flip(Kind.PARAMETER, name, 0, parameter.unit(), parameter.value(), found)));
                }
            }
        }

        private Findings with(String parameter, double value) {
            RuleBase other = rules.with(Map.of(parameter, value));
            boolean measuresOtherwise = parameter.equals(RuleBase.WINDOW_COVERAGE);
            return other.evaluate(measuresOtherwise ? other.behavior(history) : behavior);
        }

        void histories() {
            new HistoryFlips(this).search();
        }

        void found(Flip flip) {
            byHistories.add(flip);
        }

        void inVain(Impossible one) {
            impossible.add(one);
        }

        Trial trial(DoubleFunction<Optional<History>> histories) {
            return new Trial(value -> histories.apply(value).flatMap(changed -> judged(() -> rules.evaluate(changed))));
        }

        /** What comes of a judgment; nothing when a rule fails on it, or when the score is no number. */
        Optional<Findings> judged(Supplier<Findings> judgment) {
            trials++;
            try {
                Findings found = judgment.get();
                boolean figures = found.scores().stream().noneMatch(score -> Double.isNaN(score.confidence()));
                return figures ? Optional.of(found) : Optional.empty();
            } catch (RuleFailure failed) {
                return Optional.empty();
            }
        }

        boolean flipped(Findings found) {
            return found.persona(persona).isPresent() == gained;
        }

        Flips result() {
            bySignals.sort(SMALLEST_FIRST);
            byParameters.sort(SMALLEST_FIRST);
            byHistories.sort(SMALLEST_FIRST);
            return new Flips(persona, gained, bySignals, byParameters, byHistories, impossible, trials);
        }

        /** Values of one thing, judged one by one. */
        final class Trial {

            private final DoubleFunction<Optional<Findings>> judge;
            private Optional<PersonaAssignment> after = Optional.empty();

            private Trial(DoubleFunction<Optional<Findings>> judge) {
                this.judge = judge;
            }

            /** Whether the persona is gained or lost; the nearest value with which it is comes last of those. */
            boolean flips(double value) {
                Optional<Findings> found = judge.apply(value).filter(Search.this::flipped);
                if (found.isEmpty()) {
                    return false;
                }
                after = found.get().persona(persona);
                return true;
            }

            Flip flip(Kind kind, String name, int windowDays, Unit unit, double from, Grid.Found found) {
                return new Flip(
                        kind, name, windowDays, unit, from, found.to(), found.notYet(), Optional.empty(), after);
            }

            Optional<PersonaAssignment> after() {
                return after;
            }
        }
    }
}
