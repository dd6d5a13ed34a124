package dev.spendsense.cli;

import dev.spendsense.bank.DailyBalances;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;

/** What a customer had at the end of each day, drawn in a few lines of blocks. */
final class BalanceChart {

    private static final int ROWS = 4;
    private static final int COLUMNS = 84;
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final int STEPS = BLOCKS.length() - 1;

    private final long[] balances;
    private final int daysEach;
    private final long low;
    private final long high;
    private final int margin;

    BalanceChart(History history) {
        this(DailyBalances.of(history).liquid());
    }

    /**
     * A chart of any balances, cents a day each.
     *
     * @param beside other balances, for which there is room on the same scale
     */
    BalanceChart(long[] balances, long... beside) {
        this.balances = balances;
        this.daysEach = (balances.length + COLUMNS - 1) / COLUMNS;
        LongSummaryStatistics range = LongStream.concat(
                        LongStream.of(columns(balances)), LongStream.of(columns(beside)))
                .summaryStatistics();
        this.low = Math.min(0, range.getMin());
        this.high = Math.max(1, range.getMax());
        this.margin = Math.max(Money.rounded(high).length(), Money.rounded(low).length());
    }

    /** One column for one or more days, each showing their last balance, on a scale that includes zero. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int row = ROWS - 1; row >= 0; row--) {
            String label = row == ROWS - 1 ? Money.rounded(high) : row == 0 ? Money.rounded(low) : "";
            StringBuilder line = new StringBuilder("  " + " ".repeat(margin - label.length()) + label + " │");
            for (long balance : columns(balances)) {
                long filled = Math.round((double) (balance - low) / (high - low) * ROWS * STEPS);
                line.append(BLOCKS.charAt((int) Math.max(0, Math.min(STEPS, filled - (long) row * STEPS))));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** A line to stand below the others, which points at a day, from 0, and says something of it. */
    String pointer(int day, String words) {
        String before = " ".repeat(margin + 4 + day / daysEach);
        String after = "▲ " + words;
        boolean fits = before.length() + after.length() <= margin + 4 + COLUMNS;
        return fits ? before + after : before.substring(words.length() + 1) + words + " ▲";
    }

    private long[] columns(long[] daily) {
        long[] columns = new long[(daily.length + daysEach - 1) / daysEach];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = daily[Math.min(daily.length, (column + 1) * daysEach) - 1];
        }
        return columns;
    }
}
