package dev.spendsense.cli;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Liability;
import dev.spendsense.bank.Money;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One person on one screen of at most 45 lines and 100 columns. */
final class PersonScreen {

    private static final int TRANSACTIONS = 12;
    private static final int LONGEST_ACCOUNT = 30;
    private static final int LONGEST_MERCHANT = 30;
    private static final int LONGEST_CATEGORY = 30;

    private final History history;
    private final GroundTruth truth;
    private final List<String> lines = new ArrayList<>();

    PersonScreen(History history, GroundTruth truth) {
        this.history = history;
        this.truth = truth;
    }

    List<String> lines() {
        who();
        accounts();
        statements();
        chart();
        transactions();
        return lines;
    }

    private void who() {
        Customer customer = history.customer();
        lines.add(String.join(
                " · ",
                customer.id(),
                customer.name(),
                customer.age() + " years",
                customer.region(),
                Money.rounded(customer.annualIncome()) + " a year",
                customer.consent() ? "consents" : "no consent"));
        lines.addAll(planted(truth));
    }

    /** What holds when, and what happens, a line each. */
    static List<String> planted(GroundTruth truth) {
        List<String> lines = new ArrayList<>();
        for (Episode episode : truth.episodes()) {
            lines.add("planted: " + episode.profile() + ", " + episode.from() + " to " + episode.to()
                    + (episode.cause().equals(Episode.FROM_THE_START) ? "" : " (" + episode.cause() + ")")
                    + (episode.intensity() == 1 ? "" : ", intensity " + episode.intensity()));
        }
        for (LifeEvent event : truth.events()) {
            lines.add("event: " + event.name() + ", " + event.from() + " to " + event.to());
        }
        return lines;
    }

    private void accounts() {
        TextTable table = new TextTable("  ", "lrrrrl");
        table.row("Accounts", "opening", "balance", "limit", "used", "");
        for (Account account : history.accounts()) {
            long balance = history.balance(account, history.asOf());
            boolean card = !account.type().isDeposit();
            table.row(
                    name(account),
                    Money.exact(account.openingBalance()),
                    Money.exact(balance),
                    card ? Money.rounded(account.creditLimit()) : "",
                    card ? percent(balance, account.creditLimit()) : "",
                    card ? state(account) : "");
        }
        section(table.lines());
    }

    private String state(Account card) {
        String rate = String.format(Locale.ROOT, "%.2f%% APR", card.aprBasisPoints() / 100.0);
        if (history.statements(card).isEmpty()) {
            return rate;
        }
        Liability liability = history.liability(card);
        return rate + ", " + (liability.overdue() ? "OVERDUE" : "due " + liability.nextDueDate());
    }

    private void statements() {
        List<Account> cards = history.accounts().stream()
                .filter(account -> !history.statements(account).isEmpty())
                .toList();
        if (cards.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("  ", "llrrrrlrl");
        table.row("Statements", "closed", "balance", "used", "interest", "minimum", "due", "paid");
        for (Account card : cards) {
            List<Statement> statements = history.statements(card);
            List<Statement> shown = last(statements, cards.size() > 2 ? 2 : 3);
            for (Statement statement : shown) {
                table.row(
                        statement == shown.get(0) ? "card …" + card.mask() : "",
                        statement.closingDate(),
                        Money.exact(statement.balance()),
                        percent(statement.balance(), card.creditLimit()),
                        Money.exact(statement.interest()),
                        Money.exact(statement.minimumPayment()),
                        statement.dueDate(),
                        Money.exact(history.paid(card, statement.closingDate(), statement.dueDate())),
                        statement.dueDate().isAfter(history.asOf()) ? "so far" : "");
            }
        }
        section(table.lines());
    }

    private void chart() {
        List<String> chart = new ArrayList<>();
        chart.add("  In checking and savings, " + history.from() + " to " + history.asOf());
        chart.addAll(new BalanceChart(history).lines());
        section(chart);
    }

    private void transactions() {
        TextTable table = new TextTable("  ", "llrll");
        table.row("Last days", "account", "amount", "merchant", "category");
        for (Transaction transaction : last(history.transactions(), TRANSACTIONS)) {
            table.row(
                    transaction.date(),
                    kind(transaction.account().type()) + " …"
                            + transaction.account().mask(),
                    Money.exact(transaction.amount()),
                    shortened(transaction.merchant(), LONGEST_MERCHANT),
                    shortened(transaction.category().detail(), LONGEST_CATEGORY));
        }
        List<String> section = new ArrayList<>(table.lines());
        section.add(String.format(
                Locale.ROOT,
                "  of %,d transactions; positive amounts leave the account%s",
                history.transactions().size(),
                history.declined().isEmpty() ? "" : "; " + history.declined().size() + " purchases were declined"));
        section(section);
    }

    private void section(List<String> section) {
        lines.add("");
        lines.addAll(section);
    }

    private static String name(Account account) {
        return shortened(account.name(), LONGEST_ACCOUNT) + " …" + account.mask();
    }

    static String kind(AccountType type) {
        return switch (type) {
            case CHECKING -> "checking";
            case SAVINGS -> "savings";
            case CREDIT_CARD -> "card";
        };
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "" : Math.round(100.0 * Math.max(0, part) / whole) + "%";
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static <T> List<T> last(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }
}
