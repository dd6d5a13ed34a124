package dev.spendsense.dataset.tables;

import dev.spendsense.bank.measure.Source;
import dev.spendsense.dataset.CategoryNames;
import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.dataset.StoredUser;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found at one look at a user. Its sources are numbered from 0 in the order in which signals, then
 * recommendations, first name them; who is measured from several keeps a text such as {@code 0,3}.
 */
final class LookRows implements LookRow {

    private static final String BETWEEN_NUMBERS = ",";

    private final StoredUser user;
    private final int look;
    private final CategoryNames categories = new CategoryNames();
    private final Map<Selector, Integer> numbers = new HashMap<>();
    private final List<SourceRow> sources = new ArrayList<>();
    private final List<SignalRow> signals = new ArrayList<>();
    private final List<BindingRow> bindings = new ArrayList<>();

    /** A source as one compares it, without sets in it. */
    private record Selector(
            List<String> accounts,
            String categories,
            List<String> merchants,
            LocalDate from,
            LocalDate to,
            String narrowed,
            int count,
            long sum) {}

    record SourceRow(LookRows look, int number, Source source, String categories) implements LookRow {}

    record SignalRow(LookRows look, int number, Signal signal, String sources) implements LookRow {}

    record EvidenceRow(LookRows look, int number, Evidence evidence, SignalRow signal) implements LookRow {}

    record RecommendationRow(LookRows look, int number, Recommendation recommendation) implements LookRow {}

    record BindingRow(LookRows look, String code, int position, Binding binding, String sources) implements LookRow {}

    /** Anything else that stands at some place of a list. */
    record Listed<T>(LookRows look, int number, T content) implements LookRow {}

    LookRows(StoredUser user, int look) {
        this.user = user;
        this.look = look;
        for (Signal signal : findings().signals()) {
            signals.add(new SignalRow(this, signals.size(), signal, numbers(signal.sources())));
        }
        for (Recommendation recommendation : findings().recommendations()) {
            int position = 0;
            for (Binding binding : recommendation.bindings()) {
                bindings.add(
                        new BindingRow(this, recommendation.code(), position++, binding, numbers(binding.sources())));
            }
        }
    }

    @Override
    public LookRows look() {
        return this;
    }

    String userId() {
        return user.userId();
    }

    Findings findings() {
        return user.timeline().get(look);
    }

    Fingerprint fingerprint() {
        return user.looks().get(look);
    }

    boolean latest() {
        return look == user.timeline().size() - 1;
    }

    List<SourceRow> sources() {
        return sources;
    }

    List<SignalRow> signals() {
        return signals;
    }

    List<BindingRow> bindings() {
        return bindings;
    }

    List<EvidenceRow> evidence() {
        List<EvidenceRow> rows = new ArrayList<>();
        for (Evidence evidence : findings().evidence()) {
            SignalRow signal = evidence.signal().map(this::row).orElse(null);
            rows.add(new EvidenceRow(this, rows.size(), evidence, signal));
        }
        return rows;
    }

    List<RecommendationRow> recommendations() {
        List<RecommendationRow> rows = new ArrayList<>();
        for (Recommendation recommendation : findings().recommendations()) {
            rows.add(new RecommendationRow(this, rows.size(), recommendation));
        }
        return rows;
    }

    <T> List<Listed<T>> listed(List<T> contents) {
        List<Listed<T>> rows = new ArrayList<>();
        for (T content : contents) {
            rows.add(new Listed<>(this, rows.size(), content));
        }
        return rows;
    }

    /** Most often it is the very object, which saves comparing many that are alike. */
    private SignalRow row(Signal signal) {
        for (SignalRow row : signals) {
            if (row.signal() == signal) {
                return row;
            }
        }
        return signals.get(findings().signals().indexOf(signal));
    }

    private String numbers(List<Source> some) {
        StringBuilder text = new StringBuilder();
        for (Source source : some) {
            text.append(text.isEmpty() ? "" : BETWEEN_NUMBERS).append(number(source));
        }
        return text.toString();
    }

    private int number(Source source) {
        String names = categories.of(source.categories());
        Selector selector = new Selector(
                source.accounts(),
                names,
                source.merchants(),
                source.from(),
                source.to(),
                source.narrowed(),
                source.count(),
                source.sum());
        Integer known = numbers.putIfAbsent(selector, sources.size());
        if (known != null) {
            return known;
        }
        sources.add(new SourceRow(this, sources.size(), source, names));
        return sources.size() - 1;
    }
}
