package dev.spendsense.workbench.cases;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Transaction;
import dev.spendsense.workbench.cases.WrittenUser.Line;
import dev.spendsense.workbench.cases.WrittenUser.Manner;
import dev.spendsense.workbench.cases.WrittenUser.Move;
import dev.spendsense.workbench.cases.WrittenUser.Posting;
import dev.spendsense.workbench.cases.WrittenUser.WrittenAccount;
import dev.spendsense.workbench.cases.WrittenUser.WrittenCard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a user in the notation of test cases, so that reading it gives the same user. */
final class UserWriter {

    private static final int FEWEST_REPEATS = 3;

    private final WrittenUser user;
    private final LocalDate asOf;
    private final StringBuilder text = new StringBuilder();
    private final String margin;

    private UserWriter(WrittenUser user, LocalDate asOf, String margin) {
        this.user = user;
        this.asOf = asOf;
        this.margin = margin;
    }

    /** @param margin what every line begins with */
    static String yaml(WrittenUser user, LocalDate asOf, String margin) {
        return new UserWriter(user, asOf, margin).write();
    }

    private String write() {
        WrittenUser usual = WrittenUser.NOBODY;
        line("days: " + user.days());
        if (user.annualIncome() != usual.annualIncome()) {
            line("annual_income: " + dollars(user.annualIncome()));
        }
        if (user.age() != usual.age()) {
            line("age: " + user.age());
        }
        if (!user.region().equals(usual.region())) {
            line("region: " + scalar(user.region()));
        }
        if (!user.accounts().isEmpty()) {
            line("accounts:");
            user.accounts().forEach((name, account) -> line("  " + name + ": " + account(name, account)));
        }
        if (!user.cards().isEmpty()) {
            line("cards:");
            user.cards().forEach((name, card) -> line("  " + name + ": " + card(name, card)));
        }
        if (!user.lines().isEmpty()) {
            line("transactions:");
            repeated().forEach(each -> line("  - " + each));
        }
        return text.toString();
    }

    private void line(String content) {
        text.append(margin).append(content).append('\n');
    }

    private static String account(String name, WrittenAccount account) {
        List<String> fields = new ArrayList<>();
        boolean saves = account.type() == AccountType.SAVINGS;
        if (saves != name.contains("savings")) {
            fields.add("type: " + account.type().name().toLowerCase(Locale.ROOT));
        }
        if (account.rateBasisPoints() > 0) {
            fields.add("rate: " + dollars(account.rateBasisPoints()));
        }
        if (fields.isEmpty()) {
            return dollars(account.balance());
        }
        fields.add(0, "balance: " + dollars(account.balance()));
        return "{" + String.join(", ", fields) + "}";
    }

    /** Cards that were transcribed have a cycle and no given statements; payments stand among the lines. */
    private static String card(String name, WrittenCard card) {
        List<String> fields = new ArrayList<>();
        if (!card.title().equals(UserReader.title(name))) {
            fields.add("title: " + scalar(card.title()));
        }
        fields.add("limit: " + dollars(card.limit()));
        fields.add("apr: " + dollars(card.aprBasisPoints()));
        fields.add("owed: " + dollars(card.owed()));
        card.statement().ifPresent(statement -> fields.add("statement: " + dollars(statement)));
        fields.add("closes: " + card.closes());
        if (card.interest() > 0) {
            fields.add("interest: " + dollars(card.interest()));
        }
        if (card.pays().manner() != Manner.NOTHING || !card.statements().isEmpty()) {
            throw new IllegalArgumentException("only a card that was transcribed can be written");
        }
        fields.add("pays: nothing");
        return "{" + String.join(", ", fields) + "}";
    }

    /** Lines that differ in their day alone are one, in the order of their first days. */
    private List<String> repeated() {
        Map<Line, List<LocalDate>> days = new LinkedHashMap<>();
        Schedule never = new Schedule.On(List.of());
        LocalDate from = asOf.minusDays(user.days() - 1L);
        for (Line line : user.lines()) {
            days.computeIfAbsent(line.when(never), any -> new ArrayList<>())
                    .addAll(line.when().dates(from, asOf));
        }
        List<String> written = new ArrayList<>();
        days.forEach((line, dates) -> written.add("{" + when(dates) + ", " + what(line) + "}"));
        return written;
    }

    private static String when(List<LocalDate> dates) {
        List<LocalDate> sorted = dates.stream().sorted().toList();
        if (sorted.size() == 1) {
            return "on: " + sorted.get(0);
        }
        return evenly(sorted).or(() -> monthly(sorted)).orElseGet(() -> "on: " + sorted);
    }

    private static Optional<String> evenly(List<LocalDate> dates) {
        long gap = ChronoUnit.DAYS.between(dates.get(0), dates.get(1));
        for (int i = 1; i < dates.size(); i++) {
            if (gap == 0 || ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)) != gap) {
                return Optional.empty();
            }
        }
        return dates.size() < FEWEST_REPEATS ? Optional.empty() : Optional.of("every: " + gap + "d, " + bounds(dates));
    }

    private static Optional<String> monthly(List<LocalDate> dates) {
        int day = dates.stream().mapToInt(LocalDate::getDayOfMonth).max().orElseThrow();
        Schedule.Monthly schedule = new Schedule.Monthly(day, Optional.empty(), Optional.empty());
        return dates.size() >= FEWEST_REPEATS
                        && schedule.dates(dates.get(0), dates.get(dates.size() - 1))
                                .equals(dates)
                ? Optional.of("every: month, on: " + day + ", " + bounds(dates))
                : Optional.empty();
    }

    private static String bounds(List<LocalDate> dates) {
        return "from: " + dates.get(0) + ", until: " + dates.get(dates.size() - 1);
    }

    private static String what(Line line) {
        if (line instanceof Move move) {
            return "move: " + move.from() + " -> " + move.to() + ", amount: " + dollars(move.amount());
        }
        Posting posting = (Posting) line;
        String account = posting.account().isEmpty() ? "" : "account: " + posting.account() + ", ";
        String channel = posting.channel()
                .map(it -> ", channel: " + it.name().toLowerCase(Locale.ROOT))
                .orElse("");
        String time = posting.minute() == Transaction.NO_TIME
                ? ""
                : String.format(Locale.ROOT, ", time: \"%02d:%02d\"", posting.minute() / 60, posting.minute() % 60);
        return account + "amount: " + dollars(posting.amount()) + ", merchant: " + scalar(posting.merchant())
                + ", category: " + posting.category() + channel + time;
    }

    /** Hundredths as units with decimals where there are any. */
    private static String dollars(long cents) {
        BigDecimal dollars = BigDecimal.valueOf(cents, 2);
        return cents % 100 == 0 ? dollars.toBigInteger().toString() : dollars.toPlainString();
    }

    /** In quotes unless it could be nothing else. */
    static String scalar(String text) {
        boolean plain = text.matches("[A-Za-z][A-Za-z0-9_ .'+*/&-]*[A-Za-z0-9_.'+*/-]|[A-Za-z]")
                && !text.matches("(?i)true|false|null|yes|no|on|off");
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
