package dev.spendsense.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.findings.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One life in which a shipped rule comes to its conclusion, and one in which it does not: for every rule there is. */
class EveryRuleTest {

    private static final Pattern RULE = Pattern.compile("(?m)^rule \"([^\"]+)\"");

    /** A conclusion that says nothing: not measured, or measured and not detected. */
    private static final Pattern NOTHING = Pattern.compile("Unmeasured\\[.*|.* days\\) is .*, not [<>].*");

    private static final String FOR = "logOdds=[0-9]";
    private static final String AGAINST = "logOdds=-";

    /**
     * @param outcome what the conclusion must contain, as a regular expression
     */
    private record Case(String rule, String outcome, Findings concluded, Findings silent) {
        @Override
        public String toString() {
            return rule;
        }
    }

    private static final List<Case> CASES = new ArrayList<>();

    private static Findings traced(RuleBase rules, HistoryBuilder history) {
        return rules.explain(rules.behavior(history.build()));
    }

    private static Findings traced(HistoryBuilder history) {
        return traced(Shipped.RULES, history);
    }

    private static void rule(String name, HistoryBuilder concluded, HistoryBuilder silent) {
        rule(name, "", concluded, silent);
    }

    private static void rule(String name, String outcome, HistoryBuilder concluded, HistoryBuilder silent) {
        CASES.add(new Case(name, outcome, traced(concluded), traced(silent)));
    }

    static {
        signals();
        evidence();
        confidenceAndPersonas();
        recommendations();
        guardrailsAndSelection();
    }

    private static void signals() {
        rule("Utilization of the fullest card", Lives.fullCard(), Lives.cardPaidInFull());
        rule("Every card is well below its limit", Lives.cardPaidInFull(), Lives.fullCard());
        rule("Minimum payments only", Lives.fullCard(), Lives.cardPaidInFull());
        rule("A card is overdue", Lives.overdueCard(), Lives.fullCard());
        rule("Interest was charged", Lives.dollarOfInterest(), Lives.cardPaidInFull());
        rule("Utilization went up", Lives.spender(), Lives.cardPaidInFull());
        rule("Cards are paid in full", Lives.cardPaidInFull(), Lives.fullCard());
        rule("Usual wait between pays", Lives.irregularPay(), Lives.quiet());
        rule("How much pays vary", Lives.irregularPay(), Lives.quiet());
        rule("How irregular the waits between pays are", Lives.irregularPay(), Lives.quiet());
        rule("Income is steady", Lives.quiet(), Lives.irregularPay());
        rule("How long the cash buffer lasts", Lives.irregularPay(), Lives.quiet());
        rule("A month of spending is at hand", Lives.quiet(), Lives.irregularPay());
        rule("Growth of savings by transfers", Lives.saver(), Lives.spender());
        rule("Money put into savings", Lives.saver(), Lives.spender());
        rule("Months of spending in savings", Lives.saver(), Lives.spender());
        rule("Change of the savings balance", Lives.spender(), Lives.saver());
        rule("Spending over income", Lives.spender(), Lives.quiet());
        rule("Spending within income", Lives.quiet(), Lives.spender());
        rule("Outsized purchases", Lives.spender(), Lives.oneLargePurchase());
        rule("What could be left out", Lives.spender(), Lives.quiet());
        rule("A recurring charge is a subscription", Lives.subscriber(), Lives.quiet());
        rule("A membership whose shop is not visited is unused", Lives.unusedMembership(), Lives.oneSubscription());
        rule("More services of one kind than a household uses", Lives.subscriber(), Lives.oneSubscription());
        rule("Active subscriptions", Lives.subscriber(), Lives.oneSubscription());
        rule("Monthly spending on subscriptions", Lives.subscriber(), Lives.oneSubscription());
        rule("Share of discretionary spending on subscriptions", Lives.subscriber(), Lives.oneSubscription());
        rule("Unused subscriptions", Lives.subscriber(), Lives.oneSubscription());
    }

    private static void evidence() {
        rule("High utilization: published criterion", Lives.fullCard(), Lives.cardPaidInFull());
        rule("High utilization: how full the fullest card was", FOR, Lives.fullCard(), Lives.cardPaidInFull());
        rule("High utilization: how full the fullest card is", FOR, Lives.fullCard(), Lives.cardPaidInFull());
        rule("High utilization: no card, no utilization", AGAINST, Lives.quiet(), Lives.fullCard());
        rule("High utilization: minimum payments only", FOR, Lives.fullCard(), Lives.cardPaidInFull());
        rule("High utilization: statements are paid in full", AGAINST, Lives.cardPaidInFull(), Lives.fullCard());
        rule("High utilization: a card is overdue", FOR, Lives.overdueCard(), Lives.fullCard());
        rule("High utilization: interest", FOR, Lives.fullCard(), Lives.dollarOfInterest());
        rule(
                "High utilization: cards are full because more is spent than earned",
                AGAINST,
                Lives.spender(),
                Lives.fullCard());
        rule("Overspender: spends more than comes in", Lives.spender(), Lives.oneLargePurchase());
        rule("Overspender: savings fall while cards fill up", Lives.spender(), Lives.saver());
        rule("Overspender: clearly more outsized purchases than expected", Lives.spender(), Lives.oneLargePurchase());
        rule("Overspender: spending over income", FOR, Lives.spender(), Lives.quiet());
        rule("Overspender: spending over income lately", FOR, Lives.spender(), Lives.quiet());
        rule("Overspender: savings", FOR, Lives.spender(), Lives.saver());
        rule("Overspender: utilization", FOR, Lives.spender(), Lives.cardPaidInFull());
        rule("Overspender: outsized purchases", FOR, Lives.spender(), Lives.oneLargePurchase());
        rule("Savings builder: published criterion", Lives.saver(), Lives.spender());
        rule("Savings builder: growth by transfers", FOR, Lives.saver(), Lives.spender());
        rule("Savings builder: dollars put aside", FOR, Lives.saver(), Lives.spender());
        rule("Savings builder: every card is healthy", FOR, Lives.cardPaidInFull(), Lives.fullCard());
        rule("Savings builder: lives below means", FOR, Lives.saver(), Lives.spender());
        rule("Subscription-heavy: published criterion, by cost", Lives.subscriber(), Lives.oneSubscription());
        rule("Subscription-heavy: published criterion, by share", Lives.subscriber(), Lives.oneSubscription());
        rule("Subscription-heavy: how many", FOR, Lives.subscriber(), Lives.quiet());
        rule("Subscription-heavy: what they cost", FOR, Lives.subscriber(), Lives.oneSubscription());
        rule("Subscription-heavy: what share they take", FOR, Lives.subscriber(), Lives.oneSubscription());
        rule("Subscription-heavy: some are unused", FOR, Lives.subscriber(), Lives.oneSubscription());
        rule("Variable income: published criterion", Lives.irregularPay(), Lives.quiet());
        rule("Variable income: wait between pays", FOR, Lives.irregularPay(), Lives.quiet());
        rule("Variable income: irregular waits", FOR, Lives.irregularPay(), Lives.quiet());
        rule("Variable income: varying pays", FOR, Lives.irregularPay(), Lives.quiet());
        rule("Variable income: cash buffer", FOR, Lives.irregularPay(), Lives.quiet());
    }

    private static void confidenceAndPersonas() {
        rule("Confidence of a persona whose criterion is met", "persona=savings_builder", Lives.saver(), Lives.quiet());
        rule("Confidence of a persona without a criterion", "persona=savings_builder", Lives.quiet(), Lives.saver());
        rule("Overspender outranks what follows from it", Lives.spender(), Lives.fullCard());
        rule("Overspender yields to variable income", Lives.irregularSpender(), Lives.spender());
        rule("Standing by confidence", "high_utilization", Lives.fullCard(), Lives.quiet());
        rule("Standing of those who go ahead", "overspender", Lives.spender(), Lives.fullCard());
        rule("Rank by standing", "savings_builder", Lives.saver(), Lives.quiet());
        rule("Balanced when nothing else is likely", Lives.quiet(), Lives.saver());
    }

    private static void recommendations() {
        rule("Advise on a full card that costs interest", Lives.fullCard(), Lives.fullCardWithoutInterest());
        rule("Advise on a full card", Lives.fullCardWithoutInterest(), Lives.fullCard());
        rule("Advise on minimum payments", Lives.fullCard(), Lives.cardPaidInFull());
        rule("Advise on an overdue card", Lives.overdueCard(), Lives.fullCard());
        rule("Advise on automatic payment", Lives.fullCard(), Lives.cardPaidInFull());
        rule("Say that paying in full works", Lives.cardPaidInFull(), Lives.fullCard());
        rule("Offer a balance transfer", Lives.fullCard(), Lives.cardPaidInFull());
        rule("Offer credit counseling", Lives.fullCard(), Lives.dollarOfInterest());
        rule("Offer a cash back card", Lives.cardPaidInFull(), Lives.fullCard());
        rule("Advise on a budget for irregular income", Lives.irregularPay(), Lives.quiet());
        rule("Advise on a cushion between pays", Lives.irregularPay(), Lives.quiet());
        rule("Advise on smoothing income", Lives.irregularPay(), Lives.quiet());
        rule("Tell how far the emergency fund carries", Lives.saver(), Lives.quiet());
        rule("Say that the saving habit works", Lives.saver(), Lives.quiet());
        rule("Advise on making savings grow", Lives.saver(), Lives.quiet());
        rule("Tell what living below means buys", Lives.saver(), Lives.spender());
        rule("Offer a savings account", Lives.quiet(), Lives.stranger());
        rule("Offer a certificate of deposit", Lives.saver(), Lives.quiet());
        rule("Offer automatic saving", Lives.quiet().savings(500), Lives.quiet());
        rule("Advise on spending above income", Lives.spender(), Lives.quiet());
        rule("Advise on outsized purchases", Lives.spender(), Lives.oneLargePurchase());
        rule("Advise on savings that fall", Lives.spender(), Lives.saver());
        rule("Tell where the flexible money goes", Lives.oneSubscription(), Lives.quiet());
        rule("Tell what a month costs", Lives.quiet(), Lives.newcomer());
        rule("Advise on a first cushion", Lives.irregularPay(), Lives.quiet());
        rule("Advise on putting payday to work", Lives.quiet(), Lives.withoutPay());
        rule("Offer a budgeting app", Lives.quiet(), Lives.newcomer());
        rule("Advise on looking through subscriptions", Lives.subscriber(), Lives.oneSubscription());
        rule("Advise on unused memberships", Lives.subscriber(), Lives.oneSubscription());
        rule("Advise on the share of subscriptions", Lives.subscriber(), Lives.oneSubscription());
        rule("Offer a subscription manager", Lives.subscriber(), Lives.oneSubscription());
    }

    private static void guardrailsAndSelection() {
        HistoryBuilder quiet = Lives.quiet();
        CASES.add(new Case(
                "No shaming",
                "reason=tone",
                traced(Shipped.withContent("A first cushion", "Do not be irresponsible"), Lives.irregularPay()),
                traced(Lives.irregularPay())));
        CASES.add(new Case(
                "No predatory product",
                "reason=product",
                traced(Shipped.withContent("product: budgeting_app", "product: payday_loan"), quiet),
                traced(quiet)));
        rule("Savings account is there already", Lives.saver(), Lives.quiet());
        rule("Too little income for new credit", Lives.fullCard().annualIncome(24_999), Lives.fullCard());
        rule("Cards too full for new credit", Lives.brimfulCard(), Lives.fullCard());
        rule("Overdue users get no credit", Lives.overdueCard(), Lives.fullCard());
        rule("The foremost education", "code=saving_habit", Lives.saver(), Lives.quiet());
        rule("The foremost offers", "code=balance_transfer_card", Lives.fullCard(), Lives.overdueCard());
    }

    static List<Case> cases() {
        return CASES;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void it_concludes_where_it_should_and_only_there(Case one) {
        assertThat(concludes(one, one.concluded())).as("concludes").isTrue();
        assertThat(concludes(one, one.silent()))
                .as("concludes where it should not")
                .isFalse();
    }

    private static boolean concludes(Case one, Findings findings) {
        return findings.firings().stream()
                .filter(firing -> firing.rule().equals(one.rule()))
                .filter(firing -> !NOTHING.matcher(firing.outcome()).matches())
                .anyMatch(firing ->
                        Pattern.compile(one.outcome()).matcher(firing.outcome()).find());
    }

    @Test
    void no_shipped_rule_is_without_a_case() {
        Set<String> shipped = new TreeSet<>();
        Shipped.SOURCE.rules().values().forEach(text -> {
            Matcher rule = RULE.matcher(text);
            while (rule.find()) {
                shipped.add(rule.group(1));
            }
        });
        assertThat(CASES.stream().map(Case::rule).collect(Collectors.toSet())).isEqualTo(shipped);
    }
}
