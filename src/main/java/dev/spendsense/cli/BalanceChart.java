package dev.spendsense.cli;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Money;
import dev.spendsense.bank.Transaction;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a customer had in deposit accounts at the end of each day, drawn in a few lines of blocks. */
final class BalanceChart {

    private static final int ROWS = 4;
    private static final int COLUMNS = 84;
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final int STEPS = BLOCKS.length() - 1;

    private final long[] balances;

    BalanceChart(History history) {
        this.balances = liquidBalances(history);
    }

    /** Cents in all deposit accounts together at the end of each day of the history. */
    static long[] liquidBalances(History history) {
        int days = (int) ChronoUnit.DAYS.between(history.from(), history.asOf()) + 1;
        long[] balances = new long[days];
        for (Account account : history.accounts()) {
            if (account.type().isDeposit()) {
                balances[0] += account.openingBalance();
            }
        }
        for (Transaction transaction : history.transactions()) {
            if (transaction.account().type().isDeposit()) {
                balances[(int) ChronoUnit.DAYS.between(history.from(), transaction.date())] -= transaction.amount();
            }
        }
        for (int day = 1; day < days; day++) {
            balances[day] += balances[day - 1];
        }
        return balances;
    }

    /** One column for one or more days, each showing their last balance, on a scale that includes zero. */
    List<String> lines() {
        long[] columns = columns();
        long low = 0;
        long high = 1;
        for (long balance : columns) {
            low = Math.min(low, balance);
            high = Math.max(high, balance);
        }
        String top = Money.rounded(high);
        String bottom = Money.rounded(low);
        int margin = Math.max(top.length(), bottom.length());
        List<String> lines = new ArrayList<>();
        for (int row = ROWS - 1; row >= 0; row--) {
            String label = row == ROWS - 1 ? top : row == 0 ? bottom : "";
            StringBuilder line = new StringBuilder("  " + " ".repeat(margin - label.length()) + label + " │");
            for (long balance : columns) {
                long filled = Math.round((double) (balance - low) / (high - low) * ROWS * STEPS);
                line.append(BLOCKS.charAt((int) Math.max(0, Math.min(STEPS, filled - (long) row * STEPS))));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private long[] columns() {
        int daysEach = (balances.length + COLUMNS - 1) / COLUMNS;
        long[] columns = new long[(balances.length + daysEach - 1) / daysEach];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = balances[Math.min(balances.length, (column + 1) * daysEach) - 1];
        }
        return columns;
    }
}
