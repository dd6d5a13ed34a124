package dev.spendsense.dataset.formats;

import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.dataset.FingerprintTree;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.dataset.RunOrigin;
import dev.spendsense.dataset.RunRecord;
import dev.spendsense.dataset.ScenarioText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a folder of tables says of itself, in {@code manifest.json}. It is written last: a folder without it is incomplete.
 *
 * @param formatVersion {@link #VERSION}
 * @param format label of the {@link Format}
 * @param run what the population was made from
 * @param counts rows by public table; of findings, those of the latest look
 * @param usersByProfile how many users began with each planted profile
 * @param looks the dates at which rules looked at the users
 * @param fingerprints the roots over all users' {@code data} and, when rules judged them, {@code findings}
 * @param parts ranges of users, in order
 */
public record Manifest(
        int formatVersion,
        String format,
        Run run,
        Map<String, Long> counts,
        Map<String, Integer> usersByProfile,
        List<LocalDate> looks,
        Map<String, String> fingerprints,
        List<Part> parts) {

    /** Raised whenever a table or this file changes in a way that an older reader would not understand. */
    static final int VERSION = 1;

    /** Name of the file. */
    public static final String FILE = "manifest.json";

    private static final String DATA = "data";
    private static final String FINDINGS = "findings";

    /**
     * What a population is made from; see {@link RunOrigin}.
     *
     * @param rules null when nothing judged the users
     */
    public record Run(
            String productVersion, long seed, LocalDate from, LocalDate to, ScenarioFiles scenario, Rules rules) {

        static Run of(RunOrigin origin) {
            return new Run(
                    origin.productVersion(),
                    origin.seed(),
                    origin.from(),
                    origin.to(),
                    new ScenarioFiles(
                            origin.scenario().name(),
                            origin.scenario().overrides(),
                            new TreeMap<>(origin.scenario().files())),
                    origin.rules().map(Rules::of).orElse(null));
        }

        /** The same as the dataset keeps it. */
        public RunOrigin origin() {
            return new RunOrigin(
                    new ScenarioText(scenario.name, scenario.files, scenario.overrides),
                    Optional.ofNullable(rules).map(Rules::text),
                    seed,
                    from,
                    to,
                    productVersion);
        }
    }

    /** Texts of a scenario; see {@link ScenarioText}. */
    public record ScenarioFiles(String name, List<String> overrides, SortedMap<String, String> files) {}

    /** Texts and vocabulary of rules; see {@link RuleText}. */
    public record Rules(
            String revision,
            SortedMap<String, String> files,
            List<RuleText.Parameter> parameters,
            List<RuleText.Word> signals,
            List<RuleText.Word> personas,
            List<RuleText.Word> contents) {

        static Rules of(RuleText text) {
            return new Rules(
                    text.revision(),
                    new TreeMap<>(text.files()),
                    text.parameters(),
                    text.signals(),
                    text.personas(),
                    text.contents());
        }

        RuleText text() {
            return new RuleText(revision, files, parameters, signals, personas, contents);
        }
    }

    /**
     * The manifest of a folder.
     *
     * @param parts ranges of users that follow each other, from the first user to the last one
     */
    public static Manifest of(Format format, RunOrigin origin, List<Part> parts) {
        return of(format, origin, parts, root(parts, Part::data), root(parts, Part::findings));
    }

    /**
     * The manifest of a folder whose ranges of users need not be made of blocks.
     *
     * @param data root over all users' data
     * @param findings root over all users' findings; left out when no rules judged them
     */
    public static Manifest of(
            Format format, RunOrigin origin, List<Part> parts, Fingerprint data, Fingerprint findings) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<String, Integer> profiles = new LinkedHashMap<>();
        TreeSet<LocalDate> looks = new TreeSet<>();
        for (Part part : parts) {
            part.shown().forEach((table, rows) -> counts.merge(table, rows, Long::sum));
            part.usersByProfile().forEach((profile, users) -> profiles.merge(profile, users, Integer::sum));
            looks.addAll(part.looks());
        }
        Map<String, String> fingerprints = new LinkedHashMap<>();
        fingerprints.put(DATA, data.toString());
        if (origin.rules().isPresent()) {
            fingerprints.put(FINDINGS, findings.toString());
        }
        return new Manifest(
                VERSION, format.label(), Run.of(origin), counts, profiles, List.copyOf(looks), fingerprints, parts);
    }

    private static Fingerprint root(List<Part> parts, Function<Part, List<Fingerprint>> blocks) {
        List<Fingerprint> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(blocks.apply(part)));
        return FingerprintTree.rootOf(all);
    }

    /** What the dataset of this population says of itself. */
    public RunRecord record() {
        return new RunRecord(
                run.origin(),
                counts,
                usersByProfile,
                looks,
                Fingerprint.parse(fingerprints.get(DATA)),
                Optional.ofNullable(fingerprints.get(FINDINGS)).map(Fingerprint::parse));
    }

    /** The text of {@code manifest.json}. */
    public String json() {
        return FolderJson.text(this);
    }

    /**
     * Reads what {@link #json()} writes.
     *
     * @throws IllegalArgumentException when it is no such text, in words for people
     */
    public static Manifest parse(String json) {
        return FolderJson.parse(json, Manifest.class);
    }

    /** How many users there are. */
    public int users() {
        return parts.stream().mapToInt(Part::users).sum();
    }
}
