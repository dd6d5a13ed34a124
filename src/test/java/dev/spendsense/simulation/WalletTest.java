package dev.spendsense.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.CardTerms;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.CreditCard;
import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.scenario.BankTerms;
import dev.spendsense.scenario.CardHabit.Payment;
import dev.spendsense.simulation.Wallet.CardInUse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalletTest {

    private static final BankTerms TERMS =
            new BankTerms(new CardTerms(25_00, 100, 25, 32_00), 50, 400_00, 30_00, 25_00, 300, 3_00);
    private static final Day TODAY = Day.of(0, LocalDate.of(2026, 3, 2));

    private final Account checking = new Account("a-0", 0, AccountType.CHECKING, "Checking", "0001", 100_00, 0, 0);
    private final Account visa =
            new Account("a-1", 1, AccountType.CREDIT_CARD, "Visa", "0002", 500_00, 1_000_00, 24_00);
    private final Ledger ledger = new Ledger(List.of(checking, visa));
    private final Statement opening =
            new Statement(visa, LocalDate.of(2026, 2, 20), 500_00, 0, 25_00, LocalDate.of(2026, 3, 17));
    private final CreditCard card =
            new CreditCard(visa, TERMS.cards(), ledger, opening, LocalDate.of(2026, 3, 2), false);
    private final Wallet wallet = new Wallet(
            ledger,
            checking,
            List.of(new CardInUse(
                    card,
                    new CardPlan(
                            visa, opening, false, 600_00, Payment.FULL, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE))),
            TERMS);

    private Account buy(long amount, boolean foreign, boolean prefersCard) {
        return wallet.buy(
                TODAY, 600, amount, "Shop", Category.FOOD_AND_DRINK_COFFEE, Channel.IN_STORE, foreign, prefersCard);
    }

    private List<Long> fees(Category category) {
        return ledger.transactions().stream()
                .filter(posting -> posting.category() == category)
                .map(Transaction::amount)
                .toList();
    }

    @Test
    void a_card_is_used_up_to_what_its_holder_is_comfortable_with() {
        assertThat(buy(90_00, false, true)).isEqualTo(visa);
        assertThat(buy(20_00, false, true)).isEqualTo(checking);
        assertThat(ledger.balance(visa)).isEqualTo(590_00);
        assertThat(ledger.balance(checking)).isEqualTo(80_00);
    }

    @Test
    void a_purchase_that_checking_cannot_pay_goes_onto_a_card() {
        assertThat(buy(150_00, false, false)).isEqualTo(visa);
    }

    @Test
    void a_purchase_that_nothing_can_pay_is_declined_and_moves_no_money() {
        assertThat(buy(700_00, false, true)).isNull();
        assertThat(ledger.transactions()).isEmpty();
        assertThat(wallet.declined()).singleElement().satisfies(declined -> {
            assertThat(declined.amount()).isEqualTo(700_00);
            assertThat(declined.account()).isEqualTo(visa);
        });
    }

    @Test
    void a_purchase_abroad_costs_the_foreign_transaction_fee() {
        buy(10_50, true, false);
        assertThat(fees(Category.BANK_FEES_FOREIGN_TRANSACTION_FEES)).containsExactly(32L);
    }

    @Test
    void a_bill_may_overdraw_checking_at_one_fee_a_day() {
        assertThat(wallet.payBill(TODAY, 120_00, "Power", Category.RENT_AND_UTILITIES_GAS_AND_ELECTRICITY))
                .isTrue();
        assertThat(wallet.payBill(TODAY, 50_00, "Water", Category.RENT_AND_UTILITIES_WATER))
                .isTrue();
        assertThat(fees(Category.BANK_FEES_OVERDRAFT_FEES)).containsExactly(30_00L);
        assertThat(ledger.balance(checking)).isEqualTo(-100_00);
    }

    @Test
    void a_bill_beyond_the_overdraft_limit_is_returned_at_a_fee() {
        assertThat(wallet.payBill(TODAY, 500_01, "Rent", Category.RENT_AND_UTILITIES_RENT))
                .isFalse();
        assertThat(fees(Category.BANK_FEES_INSUFFICIENT_FUNDS)).containsExactly(25_00L);
        assertThat(ledger.balance(checking)).isEqualTo(75_00);
    }

    @Test
    void a_refund_goes_back_to_where_the_purchase_was_paid_from() {
        buy(40_00, false, true);
        wallet.refund(
                TODAY, new Refunds.Purchase(visa, 40_00, "Shop", Category.FOOD_AND_DRINK_COFFEE, Channel.IN_STORE));
        assertThat(ledger.balance(visa)).isEqualTo(500_00);
        assertThat(card.unpaidStatementBalance()).isEqualTo(460_00);
        assertThat(card.unpaidMinimum()).isEqualTo(25_00);
    }

    @Test
    void cash_comes_only_from_money_that_is_there() {
        wallet.withdraw(TODAY, 700, 100_00, true);
        assertThat(ledger.transactions()).isEmpty();
        wallet.withdraw(TODAY, 700, 60_00, true);
        assertThat(ledger.balance(checking)).isEqualTo(37_00);
        assertThat(fees(Category.BANK_FEES_ATM_FEES)).containsExactly(3_00L);
    }
}
