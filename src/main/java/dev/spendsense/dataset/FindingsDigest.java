package dev.spendsense.dataset;

import dev.spendsense.bank.measure.Source;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Score;
import dev.spendsense.findings.Signal;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * Hashes findings of one user after another, for one thread. The revision of the rules is left out: rules that conclude
 * the same have the same fingerprint, however they are worded.
 */
final class FindingsDigest {

    /** First byte of what is hashed; to be raised when the form changes. */
    private static final int FORM = 1;

    private final CanonicalBytes bytes = new CanonicalBytes();
    private final MessageDigest sha256 = UserDigest.sha256();
    private final CategoryNames categories;

    FindingsDigest(CategoryNames categories) {
        this.categories = categories;
    }

    Fingerprint of(String userId, Optional<Findings> findings) {
        bytes.clear();
        bytes.number(FORM);
        bytes.text(userId);
        bytes.flag(findings.isPresent());
        findings.ifPresent(this::all);
        bytes.feed(sha256);
        return Fingerprint.ofBytes(sha256.digest());
    }

    /**
     * The fingerprint of a user's looks, given those of each in order: of a single look its own, so that it makes no
     * difference whether there could have been more.
     */
    Fingerprint of(String userId, List<Fingerprint> looks) {
        if (looks.isEmpty()) {
            return of(userId, Optional.empty());
        }
        if (looks.size() == 1) {
            return looks.get(0);
        }
        looks.forEach(look -> sha256.update(look.bytes()));
        return Fingerprint.ofBytes(sha256.digest());
    }

    private void all(Findings findings) {
        bytes.date(findings.asOf());
        bytes.number(findings.signals().size());
        findings.signals().forEach(this::signal);
        bytes.number(findings.candidates().size());
        for (Candidate candidate : findings.candidates()) {
            bytes.word(candidate.persona());
            bytes.text(candidate.because());
        }
        bytes.number(findings.evidence().size());
        findings.evidence().forEach(this::evidence);
        bytes.number(findings.scores().size());
        for (Score score : findings.scores()) {
            bytes.word(score.persona());
            bytes.real(score.logOdds());
            bytes.real(score.confidence());
            bytes.flag(score.candidate());
        }
        bytes.number(findings.personas().size());
        for (PersonaAssignment assignment : findings.personas()) {
            bytes.word(assignment.persona());
            bytes.number(assignment.rank());
            bytes.real(assignment.confidence());
        }
        bytes.number(findings.recommendations().size());
        findings.recommendations().forEach(this::recommendation);
        bytes.number(findings.blocked().size());
        for (Blocked blocked : findings.blocked()) {
            bytes.word(blocked.kind().name());
            bytes.word(blocked.code());
            bytes.word(blocked.persona());
            bytes.text(blocked.reason());
        }
    }

    private void signal(Signal signal) {
        bytes.word(signal.type());
        bytes.number(signal.windowDays());
        bytes.word(signal.measure().formula());
        bytes.real(signal.value());
        bytes.word(signal.unit().name());
        bytes.number(signal.measure().observations());
        bytes.flag(signal.detected());
        bytes.word(signal.comparison().name());
        bytes.word(signal.threshold());
        bytes.real(signal.thresholdValue());
        sources(signal.sources());
    }

    private void evidence(Evidence evidence) {
        bytes.word(evidence.persona());
        bytes.word(evidence.group());
        bytes.real(evidence.logOdds());
        bytes.word(evidence.weight());
        bytes.flag(evidence.signal().isPresent());
        bytes.text(evidence.because());
    }

    private void recommendation(Recommendation recommendation) {
        bytes.word(recommendation.kind().name());
        bytes.word(recommendation.code());
        bytes.word(recommendation.persona());
        bytes.number(recommendation.priority());
        bytes.text(recommendation.title());
        bytes.text(recommendation.body());
        bytes.text(recommendation.rationale());
        bytes.word(recommendation.disclosure());
        bytes.number(recommendation.bindings().size());
        for (Binding binding : recommendation.bindings()) {
            bytes.word(binding.name());
            bytes.text(binding.text());
            bytes.real(binding.value());
            bytes.word(binding.unit().map(Enum::name).orElse(""));
            bytes.word(binding.origin());
            sources(binding.sources());
        }
    }

    private void sources(List<Source> sources) {
        bytes.number(sources.size());
        for (Source source : sources) {
            bytes.number(source.accounts().size());
            source.accounts().forEach(bytes::word);
            bytes.word(categories.of(source.categories()));
            bytes.number(source.merchants().size());
            source.merchants().forEach(bytes::word);
            bytes.date(source.from());
            bytes.date(source.to());
            bytes.word(source.narrowed());
            bytes.number(source.count());
            bytes.number(source.sum());
        }
    }
}
