package dev.spendsense.report.integrity;

import dev.spendsense.dataset.Books;
import dev.spendsense.dataset.Dataset;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What was recomputed from postings over all datasets, and how many cents differ.
 *
 * @param centsOff all differences together; 0 when the books are right
 * @param books by what was recomputed
 */
public record Integrity(long centsOff, Books books) {

    public static Integrity of(Collection<Dataset> datasets) {
        return of(datasets.stream().map(Dataset::books).toList());
    }

    static Integrity of(List<Books> books) {
        Books all = new Books(
                sum(books, Books::accounts),
                sum(books, Books::accountsOff),
                sum(books, Books::balanceCentsOff),
                sum(books, Books::statements),
                sum(books, Books::statementsOff),
                sum(books, Books::statementCentsOff),
                sum(books, Books::liabilities),
                sum(books, Books::liabilitiesOff),
                sum(books, Books::liabilityCentsOff),
                sum(books, Books::transferDays),
                sum(books, Books::transferCentsOff));
        return new Integrity(
                all.balanceCentsOff() + all.statementCentsOff() + all.liabilityCentsOff() + all.transferCentsOff(),
                all);
    }

    private static long sum(List<Books> books, ToLongFunction<Books> figure) {
        return books.stream().mapToLong(figure).sum();
    }
}
