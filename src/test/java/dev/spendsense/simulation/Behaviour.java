package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.scenario.Catalog;
import dev.spendsense.scenario.PurchaseKind;
import dev.spendsense.scenario.Subscription;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a customer really did, measured on the postings alone. */
final class Behaviour {

    static final double DAYS_A_MONTH = 365 / 12.0;

    private final History history;
    private final Set<Category> discretionary;
    private final Set<String> services;

    Behaviour(History history, Catalog catalog) {
        this.history = history;
        this.discretionary = catalog.purchases().stream()
                .filter(PurchaseKind::discretionary)
                .map(PurchaseKind::category)
                .collect(Collectors.toSet());
        this.services =
                catalog.subscriptions().stream().map(Subscription::merchant).collect(Collectors.toSet());
    }

    long days() {
        return ChronoUnit.DAYS.between(history.from(), history.asOf()) + 1;
    }

    private long sum(Predicate<Transaction> which) {
        return history.transactions().stream()
                .filter(which)
                .mapToLong(Transaction::amount)
                .sum();
    }

    private long count(Predicate<Transaction> which) {
        return history.transactions().stream().filter(which).count();
    }

    private static boolean isPay(Transaction posting) {
        return posting.category() == Category.INCOME_WAGES || posting.category() == Category.INCOME_OTHER_INCOME;
    }

    private boolean isSubscription(Transaction posting) {
        return posting.minute() == Transaction.NO_TIME
                && posting.channel() == Channel.ONLINE
                && services.contains(posting.merchant());
    }

    private static boolean isPurchase(Transaction posting) {
        return posting.minute() != Transaction.NO_TIME && posting.channel() != Channel.ATM;
    }

    List<LocalDate> payDates() {
        return history.transactions().stream()
                .filter(Behaviour::isPay)
                .map(Transaction::date)
                .toList();
    }

    double[] payGaps() {
        List<LocalDate> dates = payDates();
        double[] gaps = new double[Math.max(0, dates.size() - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = ChronoUnit.DAYS.between(dates.get(i), dates.get(i + 1));
        }
        return gaps;
    }

    /** Largest pay over smallest. */
    double paySpread() {
        var amounts = history.transactions().stream()
                .filter(Behaviour::isPay)
                .mapToLong(posting -> -posting.amount())
                .summaryStatistics();
        return amounts.getMax() / (double) amounts.getMin();
    }

    /** Standard deviation of pays over their mean. */
    double payVariation() {
        double[] pays = history.transactions().stream()
                .filter(Behaviour::isPay)
                .mapToDouble(posting -> -posting.amount())
                .toArray();
        double mean = Arrays.stream(pays).average().orElse(Double.NaN);
        double squares =
                Arrays.stream(pays).map(pay -> (pay - mean) * (pay - mean)).sum();
        return Math.sqrt(squares / (pays.length - 1)) / mean;
    }

    double monthlySpending() {
        return sum(posting -> posting.category().isSpending()) * DAYS_A_MONTH / days();
    }

    /** Spending over net income, over the whole pay cycles inside the period. */
    double spendingToIncome() {
        List<LocalDate> dates = payDates();
        LocalDate first = dates.get(0);
        LocalDate last = dates.get(dates.size() - 1);
        Predicate<Transaction> inside =
                posting -> !posting.date().isBefore(first) && posting.date().isBefore(last);
        return sum(inside.and(posting -> posting.category().isSpending()))
                / (double) -sum(inside.and(Behaviour::isPay));
    }

    /** Spending over net income as they fall into the period, whole pay cycles or not. */
    double plainSpendingToIncome() {
        return sum(posting -> posting.category().isSpending()) / (double) -sum(Behaviour::isPay);
    }

    double purchasesOnCards() {
        return count(posting -> isPurchase(posting) && posting.account().type() == AccountType.CREDIT_CARD)
                / (double) count(Behaviour::isPurchase);
    }

    /** Whether every payment on a card was exactly the minimum that was asked for. */
    boolean paysMinimumOnly() {
        return cards().stream()
                .flatMap(card -> history.statements(card).stream())
                .filter(statement -> statement.dueDate().isBefore(history.asOf()))
                .allMatch(statement -> history.paid(statement.account(), statement.closingDate(), statement.dueDate())
                        <= statement.minimumPayment());
    }

    boolean savesOnTheFifth() {
        return history.transactions().stream()
                .filter(this::isIntoSavings)
                .allMatch(posting -> posting.date().getDayOfMonth() == 5);
    }

    /** Spending of the last 90 days over that of the 90 days before. */
    double spendingTrend() {
        LocalDate middle = history.from().plusDays(days() / 2);
        double early = sum(posting -> isPurchase(posting) && posting.date().isBefore(middle));
        double late = sum(posting -> isPurchase(posting) && !posting.date().isBefore(middle));
        return late / early;
    }

    double purchasesPerDay() {
        return count(Behaviour::isPurchase) / (double) days();
    }

    double medianPurchase() {
        return median(history.transactions().stream()
                .filter(Behaviour::isPurchase)
                .mapToDouble(posting -> posting.amount() / 100.0)
                .toArray());
    }

    /** Tenth percentile of the daily liquid balance, in months of spending. */
    double buffer() {
        double[] balances = liquid();
        Arrays.sort(balances);
        return balances[balances.length / 10] / monthlySpending();
    }

    /** Liquid cents at the end of each day. */
    private double[] liquid() {
        double liquid = history.accounts().stream()
                .filter(account -> account.type().isDeposit())
                .mapToLong(Account::openingBalance)
                .sum();
        double[] balances = new double[(int) days()];
        int next = 0;
        for (int day = 0; day < balances.length; day++) {
            LocalDate date = history.from().plusDays(day);
            while (next < history.transactions().size()
                    && !history.transactions().get(next).date().isAfter(date)) {
                Transaction posting = history.transactions().get(next++);
                liquid -= posting.account().type().isDeposit() ? posting.amount() : 0;
            }
            balances[day] = liquid;
        }
        return balances;
    }

    /** Whether some months spend more and some less than comes in. */
    boolean someMonthsOverSomeUnder() {
        Map<YearMonth, Long> net = history.transactions().stream()
                .filter(posting -> isPay(posting) || posting.category().isSpending())
                .collect(Collectors.groupingBy(
                        posting -> YearMonth.from(posting.date()), Collectors.summingLong(Transaction::amount)));
        return net.values().stream().anyMatch(month -> month > 0)
                && net.values().stream().anyMatch(month -> month < 0);
    }

    long services() {
        return history.transactions().stream()
                .filter(this::isSubscription)
                .map(Transaction::merchant)
                .distinct()
                .count();
    }

    /** Dollars in the dearest month. */
    double monthlyServices() {
        return history.transactions().stream()
                        .filter(this::isSubscription)
                        .collect(Collectors.groupingBy(
                                posting -> YearMonth.from(posting.date()), Collectors.summingLong(Transaction::amount)))
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0)
                / 100.0;
    }

    double servicesShare() {
        double paid = sum(this::isSubscription);
        double others = sum(posting -> !isSubscription(posting) && discretionary.contains(posting.category()));
        return paid / (paid + others);
    }

    private List<Account> cards() {
        return history.accounts().stream()
                .filter(account -> account.type() == AccountType.CREDIT_CARD)
                .toList();
    }

    /** The highest, over cards, of the lower of the last two statements' utilization. */
    double lastTwoStatements() {
        return cards().stream()
                .map(history::statements)
                .mapToDouble(statements ->
                        statements.subList(Math.max(0, statements.size() - 2), statements.size()).stream()
                                .mapToDouble(Statement::utilization)
                                .min()
                                .orElse(0))
                .max()
                .orElse(0);
    }

    /** The highest utilization on any statement in the period. */
    double highestStatement() {
        return cards().stream()
                .flatMap(card -> history.statements(card).stream())
                .mapToDouble(Statement::utilization)
                .max()
                .orElse(0);
    }

    boolean overdue() {
        return cards().stream().anyMatch(card -> history.liability(card).overdue());
    }

    boolean interestCharged() {
        return count(posting -> posting.category() == Category.BANK_FEES_INTEREST_CHARGE) > 0;
    }

    double cardDebtChange() {
        return cards().stream()
                .mapToLong(card -> history.balance(card, history.asOf()) - card.openingBalance())
                .sum();
    }

    double savingsChange() {
        return history.accounts().stream()
                .filter(account -> account.type() == AccountType.SAVINGS)
                .mapToLong(account -> history.balance(account, history.asOf()) - account.openingBalance())
                .sum();
    }

    private boolean isIntoSavings(Transaction posting) {
        return posting.account().type() == AccountType.SAVINGS && posting.channel() == Channel.TRANSFER;
    }

    /** Dollars a month that transfers moved into savings. */
    double monthlySavings() {
        return -sum(this::isIntoSavings) / 100.0 * DAYS_A_MONTH / days();
    }

    /** Each transfer into savings in dollars. */
    double[] savingsTransfers() {
        return history.transactions().stream()
                .filter(this::isIntoSavings)
                .mapToDouble(posting -> -posting.amount() / 100.0)
                .toArray();
    }

    /** Average growth of savings a month by transfers, interest left out. */
    double savingsGrowth() {
        long opening = history.accounts().stream()
                .filter(account -> account.type() == AccountType.SAVINGS)
                .mapToLong(Account::openingBalance)
                .sum();
        double grown = 1 - sum(this::isIntoSavings) / (double) opening;
        return Math.pow(grown, DAYS_A_MONTH / days()) - 1;
    }

    int declined() {
        return history.declined().size();
    }

    int postings() {
        return history.transactions().size();
    }

    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
