package dev.spendsense.dataset;

import java.sql.SQLException;

/**
 * What the postings add up to, held against what is stored. Differences are in cents, each counted as a positive amount.
 *
 * @param accounts accounts whose balance was recomputed from the opening balance and every posting
 * @param accountsOff how many of them have another balance
 * @param balanceCentsOff by how much in all
 * @param statements statements whose balance was recomputed from the postings up to their closing date
 * @param statementsOff how many of them have another balance
 * @param statementCentsOff by how much in all
 * @param liabilities cards whose liability was held against their latest statement
 * @param liabilitiesOff how many of them state another balance or minimum payment
 * @param liabilityCentsOff by how much in all
 * @param transferDays days on which a user moved money between own accounts
 * @param transferCentsOff by how much what left one account differs from what arrived on another, in all
 */
public record Books(
        long accounts,
        long accountsOff,
        long balanceCentsOff,
        long statements,
        long statementsOff,
        long statementCentsOff,
        long liabilities,
        long liabilitiesOff,
        long liabilityCentsOff,
        long transferDays,
        long transferCentsOff) {

    /** Adds up every posting of a dataset. */
    static Books read(RowQuery query) throws SQLException {
        String recomputed = "a.opening_balance + (CASE WHEN (SELECT name FROM account_type WHERE code = a.type)"
                + " = 'credit_card' THEN 1 ELSE -1 END) * ifnull((SELECT sum(amount) FROM posting AS p"
                + " WHERE p.account = a.account";
        long[] balances = sums(query, "SELECT abs(a.balance - (" + recomputed + "), 0))) AS off FROM account AS a");
        long[] statements = sums(
                query,
                "SELECT abs(s.balance - (" + recomputed + " AND p.day <= s.closing_day), 0))) AS off"
                        + " FROM statement AS s JOIN account AS a ON a.account = s.account");
        long[] liabilities = sums(
                query,
                "SELECT abs(l.statement_balance - s.balance) + abs(l.minimum_payment - s.minimum_payment) AS off"
                        + " FROM liability AS l JOIN statement AS s ON s.account = l.account AND s.closing_day ="
                        + " (SELECT max(closing_day) FROM statement AS t WHERE t.account = l.account)");
        long[] transfers = sums(
                query,
                "SELECT abs(sum(amount)) AS off FROM posting"
                        + " WHERE channel = (SELECT code FROM channel WHERE name = 'transfer')"
                        + " GROUP BY account / 4, day");
        return new Books(
                balances[0],
                balances[1],
                balances[2],
                statements[0],
                statements[1],
                statements[2],
                liabilities[0],
                liabilities[1],
                liabilities[2],
                transfers[0],
                transfers[2]);
    }

    /** Rows, rows that are off, and by how much in all. */
    private static long[] sums(RowQuery query, String differences) throws SQLException {
        return query.rows(
                        "SELECT count(*), ifnull(sum(off > 0), 0), ifnull(sum(off), 0) FROM (" + differences + ")",
                        row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                .get(0);
    }
}
