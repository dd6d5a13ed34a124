package dev.spendsense.review;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.findings.Findings;
import dev.spendsense.review.audit.Actor;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.Generation;
import dev.spendsense.run.Progress;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A few dozen people of every kind, some of whom do not consent, judged every month by the shipped rules. */
public final class Town {

    public static final Actor ANN = new Actor("ann", "operator");
    public static final Actor BEN = new Actor("ben", "operator");
    public static final ReviewTerms TERMS = ReviewTerms.read(Path.of("rules"));

    private Town() {}

    public static Path generate(Path file, String... settings) {
        List<String> all = new ArrayList<>(
                List.of("population.*.users=4", "consent_rate=0.8", "period.days=180", "evaluate.every=30d"));
        all.addAll(List.of(settings));
        ScenarioSource source = ScenarioSource.load(Path.of("scenarios", "full-dataset.yaml"), all);
        Generation.of(ScenarioReader.read(source), source, Optional.of(RuleBase.load(Path.of("rules"))), "test")
                .into(file, true, 2, Progress.NONE);
        return file;
    }

    public static Review open(Path file) {
        return Review.open(file, TERMS, new Ticking());
    }

    /** All advice of a dataset's latest looks. */
    public static List<RecommendationId> advice(Path file) {
        List<RecommendationId> advice = new ArrayList<>();
        try (Dataset dataset = Dataset.open(file)) {
            for (String user : dataset.userIds()) {
                dataset.findings(user)
                        .ifPresent(found -> found.recommendations()
                                .forEach(each -> advice.add(new RecommendationId(user, each.code(), found.asOf()))));
            }
        }
        return advice;
    }

    public static List<String> users(Path file) {
        try (Dataset dataset = Dataset.open(file)) {
            return dataset.userIds();
        }
    }

    public static Findings findings(Path file, String user) {
        try (Dataset dataset = Dataset.open(file)) {
            return dataset.findings(user).orElseThrow();
        }
    }

    /** A clock that goes on by a second whenever somebody looks. */
    public static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-02T09:00:00Z");

        @Override
        public synchronized Instant instant() {
            now = now.plus(Duration.ofSeconds(1));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
