package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.DailyBalances;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Ledger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceChartTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final Account CHECKING = account(0, AccountType.CHECKING, 80_00);
    private static final Account CARD = account(1, AccountType.CREDIT_CARD, 500_00);

    @Test
    void balances_follow_the_postings_of_deposit_accounts_and_of_cards() {
        Ledger ledger = new Ledger(List.of(CHECKING, CARD));
        spend(ledger, CHECKING, 0, 30_00);
        spend(ledger, CARD, 1, 20_00);
        spend(ledger, CHECKING, 3, -100_00);
        DailyBalances balances = DailyBalances.of(history(ledger, 5));
        assertThat(balances.liquid()).containsExactly(50_00, 50_00, 50_00, 150_00, 150_00);
        assertThat(balances.owed()).containsExactly(500_00, 520_00, 520_00, 520_00, 520_00);
        assertThat(balances.net()).isEqualTo(-370_00);
    }

    @Test
    void the_scale_runs_from_zero_to_the_highest_balance() {
        Ledger ledger = new Ledger(List.of(CHECKING));
        spend(ledger, CHECKING, 1, 40_00);
        spend(ledger, CHECKING, 2, 40_00);
        assertThat(new BalanceChart(history(ledger, 3)).lines())
                .containsExactly("  $80 │█", "      │█", "      │██", "   $0 │██");
    }

    @Test
    void an_overdraft_lowers_the_floor() {
        Ledger ledger = new Ledger(List.of(CHECKING));
        spend(ledger, CHECKING, 1, 160_00);
        assertThat(new BalanceChart(history(ledger, 2)).lines())
                .containsExactly("   $80 │█", "       │█", "       │█", "  -$80 │█");
    }

    @Test
    void a_long_history_still_fits_the_screen() {
        Ledger ledger = new Ledger(List.of(CHECKING));
        assertThat(new BalanceChart(history(ledger, 730)).lines())
                .allSatisfy(line -> assertThat(line.length()).isBetween(80, 100));
    }

    private static void spend(Ledger ledger, Account account, int day, long amount) {
        ledger.post(
                account, FROM.plusDays(day), 600, amount, "Shop", Category.FOOD_AND_DRINK_GROCERIES, Channel.IN_STORE);
    }

    private static History history(Ledger ledger, int days) {
        return new History(
                new Customer("u1", "Ann Lee", 40, "South", 50_000_00, true),
                FROM,
                FROM.plusDays(days - 1L),
                ledger.accounts(),
                ledger.transactions(),
                List.of(),
                List.of());
    }

    private static Account account(int slot, AccountType type, long opening) {
        return new Account("a" + slot, slot, type, "Account", "0000", opening, 1_000_00, 2_000);
    }
}
