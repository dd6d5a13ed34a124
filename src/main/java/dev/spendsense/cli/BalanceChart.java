package dev.spendsense.cli;

import dev.spendsense.bank.DailyBalances;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Money;
import java.util.ArrayList;
import java.util.List;

/** What a customer had at the end of each day, drawn in a few lines of blocks. */
final class BalanceChart {

    private static final int ROWS = 4;
    private static final int COLUMNS = 84;
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final int STEPS = BLOCKS.length() - 1;

    private final long[] balances;

    private final long low;
    private final long high;

    BalanceChart(History history) {
        this(DailyBalances.of(history).liquid(), 0, 1);
    }

    /**
     * A chart of any balances.
     *
     * @param low cents that the scale reaches down to at least, not above 0
     * @param high cents that the scale reaches up to at least, above 0
     */
    BalanceChart(long[] balances, long low, long high) {
        this.balances = balances;
        this.low = low;
        this.high = high;
    }

    /** One column for one or more days, each showing their last balance, on a scale that includes zero. */
    List<String> lines() {
        long[] columns = columns();
        long low = this.low;
        long high = this.high;
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
