package dev.spendsense.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.BusinessCalendar;
import dev.spendsense.bank.CardTerms;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.CreditCard;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.scenario.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the scenario and the seed: every cent of every customer can be worked out again. */
class LedgerPropertyTest {

    static List<Scenario> scenarios() {
        Stream<Scenario> steady = IntStream.range(0, 12)
                .mapToObj(i -> Shipped.fullDataset(
                        "seed=" + (7919L * i + 1),
                        "period.end=" + LocalDate.of(2025, 1, 17).plusDays(37L * i + i % 3),
                        "period.days=" + (i == 0 ? 1 : 35 + 31 * i),
                        "users=36",
                        "population.high_utilization.cards.overdue=" + (i % 3) * 0.5));
        Stream<Scenario> changing = IntStream.range(0, 3)
                .mapToObj(i -> Shipped.read("life-events.yaml", "seed=" + (104_729L * i + 1), "users=60"));
        Stream<Scenario> unusual = Stream.of(
                Shipped.read("edge-cases.yaml"),
                Shipped.read("edge-cases.yaml", "seed=5", "period.end=2025-03-02", "period.days=75"),
                Shipped.fullDataset("users=36", "intensity=[0, 1]"));
        Stream<Scenario> goingOn = Stream.of("full-dataset.yaml", "edge-cases.yaml", "life-events.yaml")
                .map(name -> Shipped.read(
                        name,
                        "seed=11",
                        "users=60",
                        "period.end=2026-03-11",
                        "period.days=370",
                        "period.continued=[101, 89]"));
        return Stream.of(steady, changing, unusual, goingOn)
                .flatMap(scenarios -> scenarios)
                .toList();
    }

    private static List<History> histories(Scenario scenario) {
        Simulation simulation = new Simulation(scenario);
        return IntStream.range(0, simulation.users())
                .mapToObj(index -> simulation.live(index).history())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void postings_are_numbered_dated_inside_the_period_and_never_zero(Scenario scenario) {
        for (History history : histories(scenario)) {
            for (Account account : history.accounts()) {
                List<Transaction> postings = new Audit(history, account).postings();
                assertThat(postings)
                        .extracting(Transaction::sequence)
                        .containsExactlyElementsOf(
                                IntStream.range(0, postings.size()).boxed().toList());
                assertThat(postings).extracting(Transaction::date).isSorted();
                assertThat(postings).allSatisfy(posting -> {
                    assertThat(posting.date()).isBetween(history.from(), history.asOf());
                    assertThat(posting.amount()).isNotZero();
                });
            }
            assertThat(history.from())
                    .isBetween(scenario.period().from(), scenario.period().end());
            assertThat(history.asOf()).isEqualTo(scenario.period().end());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyone_has_one_checking_account_at_most_one_savings_account_and_at_most_four_in_all(Scenario scenario) {
        for (History history : histories(scenario)) {
            assertThat(history.accounts()).hasSizeBetween(1, 4);
            assertThat(history.accounts())
                    .filteredOn(account -> account.type() == AccountType.CHECKING)
                    .hasSize(1);
            assertThat(history.accounts())
                    .filteredOn(account -> account.type() == AccountType.SAVINGS)
                    .hasSizeLessThan(2);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void the_balance_of_every_day_is_the_opening_balance_plus_the_postings(Scenario scenario) {
        for (History history : histories(scenario)) {
            for (Account account : history.accounts()) {
                Audit audit = new Audit(history, account);
                for (LocalDate day = history.from(); !day.isAfter(history.asOf()); day = day.plusDays(9)) {
                    assertThat(history.balance(account, day)).isEqualTo(audit.balance(day));
                }
                history.statements(account).stream()
                        .skip(1)
                        .forEach(statement ->
                                assertThat(statement.balance()).isEqualTo(audit.balance(statement.closingDate())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void transfers_between_own_accounts_sum_to_zero_every_day(Scenario scenario) {
        for (History history : histories(scenario)) {
            Map<LocalDate, Long> sums = history.transactions().stream()
                    .filter(posting -> posting.channel() == Channel.TRANSFER)
                    .collect(Collectors.groupingBy(Transaction::date, Collectors.summingLong(Transaction::amount)));
            assertThat(sums.values()).allMatch(sum -> sum == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void card_statements_follow_from_the_cards_own_postings(Scenario scenario) {
        CardTerms terms = scenario.bank().cards();
        for (History history : histories(scenario)) {
            for (Account card : cards(history)) {
                Audit audit = new Audit(history, card);
                List<Statement> statements = history.statements(card);
                for (int i = 1; i < statements.size(); i++) {
                    Statement before = statements.get(i - 1);
                    Statement statement = statements.get(i);
                    assertThat(statement.closingDate())
                            .isEqualTo(before.closingDate().plusMonths(1));
                    boolean free = before.balance() <= 0 || audit.paidInFull(before);
                    long interest = free ? 0 : audit.interest(before, statement);
                    assertThat(statement.interest()).isEqualTo(interest);
                    assertThat(audit.posted(Category.BANK_FEES_INTEREST_CHARGE, statement.closingDate()))
                            .isEqualTo(interest);
                    assertThat(statement.minimumPayment()).isEqualTo(minimum(statement));
                    assertThat(statement.dueDate())
                            .isEqualTo(openDay(statement.closingDate().plusDays(terms.daysToPay())));
                }
            }
        }
    }

    private static long minimum(Statement statement) {
        long onePercent = Math.round(statement.balance() / 100.0);
        return Math.max(0, Math.min(statement.balance(), Math.max(25_00, onePercent + statement.interest())));
    }

    private static LocalDate openDay(LocalDate date) {
        return date.datesUntil(date.plusDays(7))
                .filter(BusinessCalendar::isBusinessDay)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void a_missed_minimum_costs_one_late_fee_the_day_after_and_a_kept_one_none(Scenario scenario) {
        for (History history : histories(scenario)) {
            for (Account card : cards(history)) {
                Audit audit = new Audit(history, card);
                long missed = 0;
                for (Statement statement : history.statements(card)) {
                    LocalDate due = statement.dueDate();
                    if (due.isBefore(history.asOf()) && audit.missing(statement, due) > 0) {
                        missed++;
                        assertThat(audit.posted(Category.BANK_FEES_OTHER_BANK_FEES, due.plusDays(1)))
                                .isEqualTo(Math.min(scenario.bank().cards().lateFee(), statement.minimumPayment()));
                    }
                }
                assertThat(audit.postings().stream()
                                .filter(posting -> posting.merchant().equals(CreditCard.LATE_FEE)))
                        .hasSize((int) missed);
                assertThat(history.liability(card).overdue()).isEqualTo(audit.overdue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void nobody_spends_money_the_bank_does_not_lend(Scenario scenario) {
        long lowest = -scenario.bank().overdraftLimit()
                - 40 * Math.max(scenario.bank().overdraftFee(), scenario.bank().returnedFee());
        for (History history : histories(scenario)) {
            for (Account account : history.accounts()) {
                Audit audit = new Audit(history, account);
                for (LocalDate day = history.from(); !day.isAfter(history.asOf()); day = day.plusDays(1)) {
                    long floor = account.type() == AccountType.CHECKING ? lowest : 0;
                    if (account.type().isDeposit()) {
                        assertThat(audit.balance(day)).isGreaterThanOrEqualTo(floor);
                    }
                }
                if (account.type() == AccountType.CREDIT_CARD) {
                    audit.postings().stream()
                            .filter(posting -> posting.amount() > 0 && posting.channel() != Channel.BANK)
                            .forEach(posting -> assertThat(audit.balance(posting.date()))
                                    .isLessThanOrEqualTo(account.creditLimit()));
                }
            }
        }
    }

    private static List<Account> cards(History history) {
        return history.accounts().stream()
                .filter(account -> account.type() == AccountType.CREDIT_CARD)
                .toList();
    }
}
