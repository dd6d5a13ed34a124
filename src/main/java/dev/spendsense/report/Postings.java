package dev.spendsense.report;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.measure.Source;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stored ledger, asked in the plainest way: every posting is looked at for every question. */
public final class Postings {

    private static final Pattern HOURS = Pattern.compile("hours ([0-9]+) to ([0-9]+)");
    private static final int MINUTES_AN_HOUR = 60;

    private final History history;

    public Postings(History history) {
        this.history = history;
    }

    History history() {
        return history;
    }

    /** The account with an identifier, if it is the customer's. */
    Optional<Account> account(String id) {
        return history.accounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    /** The postings that a source means; empty when it narrows them in a way that is not known here. */
    public Optional<List<Transaction>> selected(Source source) {
        Optional<Predicate<Transaction>> further = narrowing(source.narrowed());
        return further.map(condition -> history.transactions().stream()
                .filter(source::selects)
                .filter(condition)
                .toList());
    }

    /** Whether the source's own count and sum are those of the postings that it means. */
    boolean confirm(Source source) {
        return selected(source)
                .filter(postings -> postings.size() == source.count() && sum(postings) == source.sum())
                .isPresent();
    }

    /** Cents, with the sign of the ledger. */
    static long sum(List<Transaction> postings) {
        return postings.stream().mapToLong(Transaction::amount).sum();
    }

    /**
     * Cents on deposit accounts, or owed on cards, at the end of a day, over accounts of one kind.
     *
     * @throws Recount.Unfit when an account is not the customer's
     */
    long balance(List<String> accountIds, LocalDate date) {
        return accountIds.stream()
                .map(id -> account(id).orElseThrow(() -> new Recount.Unfit("not the customer's account")))
                .mapToLong(account -> history.balance(account, date))
                .sum();
    }

    /** Cents paid onto a card over some days, both included. */
    long paid(Account card, LocalDate from, LocalDate to) {
        return history.paid(card, from.minusDays(1), to);
    }

    /** Cents that merchants gave back on a card over some days, both included. */
    long refunded(Account card, LocalDate from, LocalDate to) {
        return -history.transactions().stream()
                .filter(posting -> posting.account().slot() == card.slot())
                .filter(posting -> posting.amount() < 0 && !posting.isCardPaymentReceived())
                .filter(posting ->
                        !posting.date().isBefore(from) && !posting.date().isAfter(to))
                .mapToLong(Transaction::amount)
                .sum();
    }

    private static Optional<Predicate<Transaction>> narrowing(String words) {
        List<Predicate<Transaction>> conditions = new ArrayList<>();
        for (String word : words.split(", ")) {
            Matcher hours = HOURS.matcher(word);
            if (hours.matches()) {
                conditions.add(between(Integer.parseInt(hours.group(1)), Integer.parseInt(hours.group(2))));
                continue;
            }
            switch (word) {
                case "" -> conditions.add(posting -> true);
                case "charges" -> conditions.add(posting -> posting.amount() > 0);
                case "weekends" -> conditions.add(posting -> isWeekend(posting.date()));
                case "credit cards" ->
                    conditions.add(posting -> !posting.account().type().isDeposit());
                case "online" -> conditions.add(posting -> posting.channel() == Channel.ONLINE);
                default -> {
                    return Optional.empty();
                }
            }
        }
        return conditions.stream().reduce(Predicate::and);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Predicate<Transaction> between(int from, int to) {
        return posting -> {
            int hour = posting.minute() / MINUTES_AN_HOUR;
            boolean within = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
            return posting.minute() != Transaction.NO_TIME && within;
        };
    }
}
