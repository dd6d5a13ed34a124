package dev.spendsense.workbench.explain;

import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.report.Postings;
import java.util.List;
import java.util.Optional;

/**
 * What something was measured from, opened into the very transactions.
 *
 * @param source the condition that was noted
 * @param transactions those that meet it, in order of posting
 * @param confirmed whether they are as many, and add up to as much, as was noted; not so either when the condition asks
 *     for something that a posting alone does not tell
 */
public record OpenedSource(Source source, List<Transaction> transactions, boolean confirmed) {

    public OpenedSource {
        transactions = List.copyOf(transactions);
    }

    static OpenedSource of(Source source, Postings postings) {
        Optional<List<Transaction>> selected = postings.selected(source);
        List<Transaction> transactions = selected.orElse(List.of());
        boolean confirmed = selected.isPresent()
                && transactions.size() == source.count()
                && transactions.stream().mapToLong(Transaction::amount).sum() == source.sum();
        return new OpenedSource(source, transactions, confirmed);
    }

    static List<OpenedSource> all(List<Source> sources, Postings postings) {
        return sources.stream().map(source -> of(source, postings)).toList();
    }
}
