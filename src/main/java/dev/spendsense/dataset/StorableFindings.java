package dev.spendsense.dataset;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Evidence;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What findings must keep to, so that a dataset can give them back exactly as they were. */
final class StorableFindings {

    /** Stands between the merchants of one source; no name on a statement has a line break. */
    static final String BETWEEN_MERCHANTS = "\n";

    private StorableFindings() {}

    /** Checks what was found at all looks. */
    static void check(History history, List<Findings> timeline) {
        for (int i = 0; i < timeline.size(); i++) {
            LocalDate look = timeline.get(i).asOf();
            boolean later = i == 0 || look.isAfter(timeline.get(i - 1).asOf());
            require(later, history, () -> "the look of " + look + " does not come after the one before");
            check(history, timeline.get(i));
        }
    }

    private static void check(History history, Findings findings) {
        Customer customer = history.customer();
        require(findings.userId().equals(customer.id()), history, () -> "they are about " + findings.userId());
        require(customer.consent(), history, "the customer does not consent");
        require(findings.firings().isEmpty(), history, "traces are not stored");
        for (Signal signal : findings.signals()) {
            signal.sources().forEach(source -> check(source, history));
        }
        for (Evidence evidence : findings.evidence()) {
            boolean own =
                    evidence.signal().isEmpty() || isOneOf(evidence.signal().get(), findings.signals());
            require(own, history, () -> "evidence for " + evidence.persona() + " has a signal that is none of theirs");
            boolean once = evidence.signal().isEmpty() || evidence.note().isEmpty();
            require(once, history, () -> "evidence for " + evidence.persona() + " has a signal and a note");
        }
        Set<String> codes = new HashSet<>();
        for (Recommendation recommendation : findings.recommendations()) {
            require(
                    codes.add(recommendation.code()),
                    history,
                    () -> "they recommend " + recommendation.code() + " twice");
            for (Binding binding : recommendation.bindings()) {
                binding.sources().forEach(source -> check(source, history));
            }
        }
    }

    private static boolean isOneOf(Signal signal, List<Signal> signals) {
        for (Signal each : signals) {
            if (each == signal) {
                return true;
            }
        }
        return signals.contains(signal);
    }

    private static void check(Source source, History history) {
        int found = 0;
        for (Account account : history.accounts()) {
            boolean next = found < source.accounts().size()
                    && source.accounts().get(found).equals(account.id());
            found += next ? 1 : 0;
        }
        require(
                found == source.accounts().size(),
                history,
                () -> "a source has strange accounts: " + source.accounts());
        for (String merchant : source.merchants()) {
            boolean plain = !merchant.isEmpty() && !merchant.contains(BETWEEN_MERCHANTS);
            require(plain, history, "a source has a merchant with a line break or without a name");
        }
    }

    private static void require(boolean held, History history, String fault) {
        require(held, history, () -> fault);
    }

    private static void require(boolean held, History history, Supplier<String> fault) {
        if (!held) {
            throw new IllegalArgumentException(
                    "the findings of " + history.customer().id() + " cannot be stored: " + fault.get());
        }
    }
}
