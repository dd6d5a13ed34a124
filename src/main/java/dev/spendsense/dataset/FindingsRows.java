package dev.spendsense.dataset;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.History;
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
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays out one user's findings as rows of a block, look by look. Sources are numbered within a look, since several
 * signals are measured from the same one; who uses them keeps their numbers as a text such as {@code 0,3}.
 */
final class FindingsRows {

    private final UserBlock block;
    private final CategoryNames categories;
    private final Map<Selector, Integer> selectors = new LinkedHashMap<>();
    private final Map<Table, HeldRows> held = new EnumMap<>(Table.class);
    private History history;
    private int user;
    private long day;

    /** A source as it is stored, which is quicker to compare than with sets in it. */
    private record Selector(
            long accounts,
            String categories,
            String merchants,
            LocalDate from,
            LocalDate to,
            String narrowed,
            int count,
            long sum) {}

    FindingsRows(UserBlock block, CategoryNames categories) {
        this.block = block;
        this.categories = categories;
        for (Table table : Table.values()) {
            if (table.holdsFindings()) {
                held.put(table, new HeldRows(block.rows(table), table == Table.BINDING ? 2 : 1));
            }
        }
    }

    /** Begins with another user. */
    void start(int userNumber, History ownHistory) {
        user = userNumber;
        history = ownHistory;
        held.values().forEach(HeldRows::startUser);
    }

    /** Adds what was found at the user's next look. */
    void add(Findings findings, Fingerprint fingerprint) {
        day = findings.asOf().toEpochDay();
        selectors.clear();
        held.values().forEach(HeldRows::startLook);
        block.rows(Table.LOOK).put(user).put(day).put(block.value(fingerprint.bytes()));
        addSignals(findings.signals());
        addPersonas(findings);
        addRecommendations(findings.recommendations());
        addBlocked(findings.blocked());
        addSources();
        held.values().forEach(HeldRows::endLook);
    }

    /** How many rows of each table hold at the user's latest look. */
    Map<Table, Integer> latest() {
        Map<Table, Integer> latest = new EnumMap<>(Table.class);
        held.forEach((table, rows) -> latest.put(table, rows.held()));
        return latest;
    }

    private void addSignals(List<Signal> signals) {
        int number = 0;
        for (Signal signal : signals) {
            row(Table.SIGNAL, number++)
                    .put(block.word(signal.type()))
                    .put(signal.windowDays())
                    .put(block.word(signal.measure().formula()))
                    .real(signal.value())
                    .put(signal.unit().ordinal())
                    .put(signal.measure().observations())
                    .put(signal.detected() ? 1 : 0)
                    .put(signal.comparison().ordinal())
                    .put(block.word(signal.threshold()))
                    .real(signal.thresholdValue())
                    .put(block.phrase(numbers(signal.sources())));
        }
    }

    private void addPersonas(Findings findings) {
        int number = 0;
        for (Candidate candidate : findings.candidates()) {
            row(Table.CANDIDATE, number++).put(block.word(candidate.persona())).put(block.phrase(candidate.because()));
        }
        number = 0;
        for (Evidence evidence : findings.evidence()) {
            row(Table.EVIDENCE, number++)
                    .put(block.word(evidence.persona()))
                    .put(block.word(evidence.group()))
                    .real(evidence.logOdds())
                    .put(block.word(evidence.weight()))
                    .put(evidence.signal()
                            .map(signal -> position(signal, findings.signals()))
                            .orElse(Rows.NOTHING))
                    .put(block.phrase(evidence.because()));
        }
        number = 0;
        for (Score score : findings.scores()) {
            row(Table.SCORE, number++)
                    .put(block.word(score.persona()))
                    .real(score.logOdds())
                    .real(score.confidence())
                    .put(score.candidate() ? 1 : 0);
        }
        number = 0;
        for (PersonaAssignment assignment : findings.personas()) {
            row(Table.ASSIGNMENT, number++)
                    .put(block.word(assignment.persona()))
                    .put(assignment.rank())
                    .real(assignment.confidence());
        }
    }

    private void addRecommendations(List<Recommendation> recommendations) {
        int number = 0;
        for (Recommendation recommendation : recommendations) {
            String template = RationaleTemplate.of(recommendation.rationale(), recommendation.bindings());
            row(Table.RECOMMENDATION, number)
                    .put(recommendation.kind().ordinal())
                    .put(block.word(recommendation.code()))
                    .put(block.word(recommendation.persona()))
                    .put(recommendation.priority())
                    .put(block.word(recommendation.title()))
                    .put(block.word(recommendation.body()))
                    .put(block.phrase(template))
                    .put(block.word(recommendation.disclosure()));
            addBindings(number++, recommendation.bindings());
        }
    }

    private void addBindings(int recommendation, List<Binding> bindings) {
        int position = 0;
        for (Binding binding : bindings) {
            row(Table.BINDING, recommendation)
                    .put(position++)
                    .put(block.word(binding.name()))
                    .put(block.phrase(binding.text()))
                    .real(binding.value())
                    .put(binding.unit().map(unit -> (long) unit.ordinal()).orElse(Rows.NOTHING))
                    .put(block.phrase(binding.origin()))
                    .put(block.phrase(numbers(binding.sources())));
        }
    }

    private void addBlocked(List<Blocked> all) {
        int number = 0;
        for (Blocked blocked : all) {
            row(Table.BLOCKED, number++)
                    .put(blocked.kind().ordinal())
                    .put(block.word(blocked.code()))
                    .put(block.word(blocked.persona()))
                    .put(block.phrase(blocked.reason()));
        }
    }

    private void addSources() {
        selectors.forEach((selector, number) -> row(Table.SOURCE, number)
                .put(selector.accounts)
                .put(block.word(selector.categories))
                .put(block.phrase(selector.merchants))
                .put(selector.from.toEpochDay())
                .put(selector.to.toEpochDay())
                .put(block.word(selector.narrowed))
                .put(selector.count)
                .put(selector.sum));
    }

    private Selector selector(Source source) {
        return new Selector(
                accounts(source),
                categories.of(source.categories()),
                String.join(StorableFindings.BETWEEN_MERCHANTS, source.merchants()),
                source.from(),
                source.to(),
                source.narrowed(),
                source.count(),
                source.sum());
    }

    /** One bit for each account, by slot. */
    private long accounts(Source source) {
        long bits = 0;
        for (Account account : history.accounts()) {
            bits |= source.accounts().contains(account.id()) ? 1L << account.slot() : 0;
        }
        return bits;
    }

    private String numbers(List<Source> sources) {
        StringBuilder numbers = new StringBuilder();
        for (Source source : sources) {
            Selector selector = selector(source);
            Integer number = selectors.get(selector);
            if (number == null) {
                number = selectors.size();
                selectors.put(selector, number);
            }
            numbers.append(numbers.isEmpty() ? "" : ",").append(number);
        }
        return numbers.toString();
    }

    /** The position of a signal; most often it is the very object, which saves comparing many that are alike. */
    private static long position(Signal signal, List<Signal> signals) {
        for (int i = 0; i < signals.size(); i++) {
            if (signals.get(i) == signal) {
                return i;
            }
        }
        return signals.indexOf(signal);
    }

    private Rows row(Table table, int number) {
        return held.get(table).start(user, day).put(number);
    }
}
