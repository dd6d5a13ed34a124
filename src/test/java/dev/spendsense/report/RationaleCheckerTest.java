package dev.spendsense.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Kind;
import dev.spendsense.findings.Recommendation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RationaleCheckerTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 15);
    private static final LocalDate FROM = AS_OF.minusDays(29);

    private final Account checking =
            new Account("u1-0", 0, AccountType.CHECKING, "Everyday Checking", "1111", 100_000, 0, 0);
    private final Account card =
            new Account("u1-1", 1, AccountType.CREDIT_CARD, "Visa", "4523", 300_000, 500_000, 2_199);
    private final History history = new History(
            new Customer("u1", "Ada Test", 40, "Northeast", 6_000_000, true),
            FROM,
            AS_OF,
            List.of(checking, card),
            List.of(
                    posting(card, 0, 20, 4_000, "Kroger", Category.FOOD_AND_DRINK_GROCERIES),
                    posting(card, 1, 10, 36_000, "Interest Charge", Category.BANK_FEES_INTEREST_CHARGE),
                    posting(checking, 0, 5, 1_599, "Netflix", Category.ENTERTAINMENT_TV_AND_MOVIES)),
            List.of(new Statement(card, AS_OF.minusDays(10), 340_000, 36_000, 39_400, AS_OF.plusDays(15))),
            List.of());
    private final RationaleChecker checker =
            new RationaleChecker(List.of(new RuleText.Parameter("card_low", 0.3, Unit.SHARE)));
    private final Source cardSource = new Source(List.of("u1-1"), Set.of(), List.of(), FROM, AS_OF, "", 2, 40_000);
    private final Binding name = Binding.of("card", "Visa ending 4523", "account u1-1");
    private final Binding utilization =
            Binding.of("utilization", new Measure("utilization", 0.68, Unit.SHARE, 1, List.of(cardSource)));
    private final Binding limit = Binding.of("limit", new Measure("limit", 5_000, Unit.USD, 1, List.of()));

    @Test
    void what_the_ledger_confirms_is_true() {
        assertThat(check(
                        "Your Visa ending 4523 is at 68% of its $5,000 limit; stay below 30%.",
                        name, utilization, limit))
                .isEmpty();
    }

    @Test
    void a_wrong_figure_is_found() {
        Binding wrong = Binding.of("utilization", new Measure("utilization", 0.69, Unit.SHARE, 1, List.of(cardSource)));
        assertThat(check("Your card is at 69%.", wrong))
                .containsExactly("utilization is said to be 0.69, but the ledger makes it 0.68");
    }

    @Test
    void a_figure_that_is_written_otherwise_than_stored_is_found() {
        Binding rounded = new Binding(
                "utilization", "70%", 0.68, utilization.unit(), utilization.origin(), utilization.sources());
        assertThat(check("Your card is at 70%.", rounded)).containsExactly("utilization is 68%, but 70% is written");
    }

    @Test
    void a_source_that_counts_other_postings_is_found() {
        Source other = new Source(List.of("u1-1"), Set.of(), List.of(), FROM, AS_OF, "", 3, 40_000);
        Binding wrong = Binding.of("utilization", new Measure("utilization", 0.68, Unit.SHARE, 1, List.of(other)));
        assertThat(check("Your card is at 68%.", wrong))
                .containsExactly("utilization is measured from 3 postings that the ledger does not have so");
    }

    @Test
    void a_formula_that_nobody_can_work_out_is_not_taken_for_true() {
        Binding strange = Binding.of("mood", new Measure("mood", 0.68, Unit.SHARE, 1, List.of(cardSource)));
        assertThat(check("Your mood is at 68%.", strange)).containsExactly("mood cannot be worked out again: mood");
    }

    @Test
    void a_source_narrowed_in_an_unknown_way_is_not_taken_for_true() {
        Source odd = new Source(List.of("u1-1"), Set.of(), List.of(), FROM, AS_OF, "full moons", 2, 40_000);
        Binding binding = Binding.of("interest", new Measure("interest", 400, Unit.USD, 2, List.of(odd)));
        assertThat(check("You paid $400.", binding)).hasSize(2);
    }

    @Test
    void a_card_that_is_not_the_customers_is_found() {
        Binding other = Binding.of("card", "Visa ending 9999", "account u1-1");
        Binding strangers = Binding.of("card", "Visa ending 4523", "account u2-1");
        assertThat(check("Your Visa ending 9999.", other))
                .containsExactly("card names what is not the customer's: Visa ending 9999");
        assertThat(check("Your Visa ending 4523.", strangers)).hasSize(1);
    }

    @Test
    void the_limit_is_that_of_the_card_that_is_named() {
        Binding wrong = Binding.of("limit", new Measure("limit", 6_000, Unit.USD, 1, List.of()));
        assertThat(check("Your Visa ending 4523 has $6,000.", name, wrong))
                .containsExactly("limit is said to be 6000.0, but the ledger makes it 5000.0");
        assertThat(check("Some card has $5,000.", limit)).containsExactly("limit cannot be worked out again: limit");
    }

    @Test
    void a_merchant_must_have_been_paid() {
        Source netflix = new Source(
                List.of("u1-0"),
                Set.of(Category.ENTERTAINMENT_TV_AND_MOVIES),
                List.of("Netflix"),
                FROM,
                AS_OF,
                "charges",
                1,
                1_599);
        assertThat(check("You pay Netflix.", merchant("Netflix", netflix))).isEmpty();
        assertThat(check("You pay Hulu.", merchant("Hulu", netflix)))
                .containsExactly("merchant names what is not the customer's: Hulu");
    }

    @Test
    void a_figure_of_its_own_is_found_wherever_it_stands() {
        Recommendation stray = new Recommendation(
                Kind.EDUCATION,
                "c",
                "p",
                1,
                "5 tips",
                "Stay below 30%, save $1,250.",
                "At 68%.",
                List.of(utilization),
                "");
        assertThat(checker.check(history, AS_OF, stray))
                .containsExactly(
                        "5 is neither the customer's figure nor a parameter",
                        "1,250 is neither the customer's figure nor a parameter");
    }

    @Test
    void a_rationale_must_be_there_and_quote_what_is_bound() {
        assertThat(check("")).containsExactly("it has no rationale");
        assertThat(check("Your card is rather full.", utilization))
                .containsExactly("utilization (68%) does not stand in the rationale");
    }

    private static Binding merchant(String name, Source source) {
        Binding plain = Binding.of("merchant", name, "merchant");
        return new Binding(plain.name(), plain.text(), plain.value(), plain.unit(), plain.origin(), List.of(source));
    }

    private List<String> check(String rationale, Binding... bindings) {
        return checker.check(
                history,
                AS_OF,
                new Recommendation(
                        Kind.EDUCATION, "c", "p", 1, "Title", "Body", rationale, List.of(bindings), "Not advice."));
    }

    private static Transaction posting(
            Account account, int sequence, int daysAgo, long amount, String merchant, Category category) {
        return new Transaction(
                account,
                sequence,
                AS_OF.minusDays(daysAgo),
                Transaction.NO_TIME,
                amount,
                merchant,
                category,
                Channel.IN_STORE);
    }
}
