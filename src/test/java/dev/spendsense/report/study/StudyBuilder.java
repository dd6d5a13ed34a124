package dev.spendsense.report.study;

import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.findings.Comparison;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Signal;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes customers down by hand: personas a and b, weighed by evidence, and calm, assigned for want of others. */
public final class StudyBuilder {

    /** First day of every history. */
    public static final LocalDate START = LocalDate.of(2025, 1, 1);

    /** Last day of every history. */
    public static final LocalDate END = START.plusDays(364);

    private final List<Subject> subjects = new ArrayList<>();
    private final Testimony testimony = new Testimony();
    private String id;
    private int age = 40;
    private String region = "West";
    private List<Episode> episodes = new ArrayList<>();
    private List<LifeEvent> events = new ArrayList<>();
    private List<Look> looks = new ArrayList<>();

    /** Begins a customer; what follows is about the latest one. */
    public StudyBuilder customer() {
        finish();
        id = "u" + subjects.size();
        return this;
    }

    public StudyBuilder of(int years, String home) {
        age = years;
        region = home;
        return this;
    }

    /** Planted for the whole history. */
    public StudyBuilder planted(String profile) {
        return planted(profile, 1);
    }

    public StudyBuilder planted(String profile, double intensity) {
        episodes.add(new Episode(profile, START, END, Episode.FROM_THE_START, intensity));
        return this;
    }

    /** Planted from one day of the history to another, counted from 0. */
    public StudyBuilder planted(String profile, int from, int to) {
        episodes.add(new Episode(profile, day(from), day(to), from == 0 ? Episode.FROM_THE_START : "event", 1));
        return this;
    }

    public StudyBuilder befell(String event, int from, int to) {
        events.add(new LifeEvent(event, day(from), day(to)));
        return this;
    }

    /** Looked at on the last day; pairs of a persona and its confidence, by rank. */
    public StudyBuilder found(Object... assignments) {
        return foundOn(364, assignments);
    }

    /** Looked at on a day of the history, counted from 0. */
    public StudyBuilder foundOn(int day, Object... assignments) {
        List<PersonaAssignment> personas = new ArrayList<>();
        for (int i = 0; i < assignments.length; i += 2) {
            personas.add(new PersonaAssignment(
                    (String) assignments[i], i / 2 + 1, ((Number) assignments[i + 1]).doubleValue()));
        }
        looks.add(new Look(day(day), personas));
        return this;
    }

    /** Evidence for a persona that is measured over a window, seen where the persona is not true. */
    public StudyBuilder evidence(String persona, int windowDays, double logOdds) {
        Signal signal = new Signal(
                "signal",
                windowDays,
                new Measure("figure", 1, Unit.COUNT, 1, List.of()),
                true,
                Comparison.AT_LEAST,
                "threshold",
                1);
        testimony.add(
                findings(new Evidence(persona, "group", logOdds, "weight.w", Optional.of(signal), "")), List.of());
        return this;
    }

    /** A look at somebody of whom a persona is true: pairs of a weight and the log-odds it amounted to. */
    public StudyBuilder seenWhenTrue(String persona, Object... evidence) {
        Evidence[] all = new Evidence[evidence.length / 2];
        for (int i = 0; i < all.length; i++) {
            double logOdds = ((Number) evidence[2 * i + 1]).doubleValue();
            all[i] = new Evidence(persona, "group", logOdds, (String) evidence[2 * i], Optional.empty(), "a note");
        }
        testimony.add(findings(all), List.of(persona));
        return this;
    }

    public Study study() {
        finish();
        return new Study(
                List.of(new Persona("a", "A", true), new Persona("b", "B", true), new Persona("calm", "Calm", false)),
                subjects,
                testimony);
    }

    public static LocalDate day(int number) {
        return START.plusDays(number);
    }

    private static Findings findings(Evidence... evidence) {
        return new Findings(
                "u",
                END,
                "revision",
                List.of(),
                List.of(),
                List.of(evidence),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void finish() {
        if (id != null) {
            subjects.add(new Subject(0, age, region, 5_000_000, START, new GroundTruth(id, episodes, events), looks));
            id = null;
            age = 40;
            region = "West";
            episodes = new ArrayList<>();
            events = new ArrayList<>();
            looks = new ArrayList<>();
        }
    }
}
