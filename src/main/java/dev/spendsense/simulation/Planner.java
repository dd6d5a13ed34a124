package dev.spendsense.simulation;

import dev.spendsense.scenario.IncomeHabit;
import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Range;
import dev.spendsense.scenario.SavingsHabit;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.simulation.Fate.Stage;
import dev.spendsense.simulation.HomeBills.HomeBill;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Divides what one customer earns, stage by stage, so that the life that follows shows the behaviour of the profile in
 * force. The same draws are made at every stage: who was careful at first is among the careful ones afterwards.
 */
final class Planner {

    /** Shops get at least this share of spending, whatever bills and interest take. */
    private static final double LEAST_FOR_SHOPS = 0.12;

    /** Where a share of discretionary spending is planted: what shops' money is taken to be discretionary at first. */
    private static final double USUALLY_DISCRETIONARY = 0.55;

    private static final int ROUND_SET_ASIDE = 25_00;
    private static final int LONGEST_PLANNED_MONTHS = 12;

    private final Scenario scenario;
    private final Market market;
    private final Calendar calendar;
    private final Profile first;
    private final Earnings earnings;
    private final Set<String> elsewhere;
    private final boolean saves;
    private final Streams streams;

    /**
     * The planner of one customer.
     *
     * @param first how the customer lives at first
     * @param earnings what the customer earns at first
     * @param elsewhere names that people of the region do not meet
     * @param saves whether the customer has a savings account
     */
    Planner(
            Scenario scenario,
            Market market,
            Calendar calendar,
            Profile first,
            Earnings earnings,
            Set<String> elsewhere,
            boolean saves,
            Streams streams) {
        this.scenario = scenario;
        this.market = market;
        this.calendar = calendar;
        this.first = first;
        this.earnings = earnings;
        this.elsewhere = elsewhere;
        this.saves = saves;
        this.streams = streams;
    }

    /**
     * What the customer has at hand at a stage, in cents a month where nothing else is said.
     *
     * @param pay what is counted on
     * @param spending what is meant to be spent
     * @param housing what a home may cost
     * @param openingMonths months of spending in checking on the first day
     * @param floor cents that a paced household tries not to touch
     * @param checkingMask last digits of the checking account
     * @param setAside what is moved to savings
     * @param fromSavings what spending beyond the pay takes out of savings
     */
    record Means(
            double pay,
            double spending,
            double housing,
            double openingMonths,
            double floor,
            String checkingMask,
            long setAside,
            double fromSavings) {

        /** What spending beyond the pay puts onto cards. */
        double ontoCards() {
            return Math.max(0, spending - pay) - fromSavings;
        }
    }

    Means means(Stage stage) {
        Profile profile = stage.profile();
        double pay = earnings.netMonthly() * stage.level();
        RandomStream budget = streams.of(Habit.BUDGET);
        double spending = pay * budget.within(profile.budget().spending()) * stage.spending();
        double housing = pay * budget.within(profile.budget().housing());
        double openingMonths = budget.within(profile.budget().openingMonths());
        double floor = spending * budget.within(profile.budget().floorMonths());
        String checkingMask = CardPlan.mask(budget);
        RandomStream savings = streams.of(Habit.SAVINGS);
        savings.chance(profile.savings().has());
        savings.within(profile.savings().openingMonths());
        double monthly = savings.within(profile.savings().monthly());
        savings.within(profile.savings().growth());
        double overspending = Math.max(0, spending - pay);
        double fromSavings =
                saves ? overspending * savings.within(profile.savings().funding()) : 0;
        long setAside = saves ? setAside(profile.savings(), pay, monthly) : 0;
        return new Means(pay, spending, housing, openingMonths, floor, checkingMask, setAside, fromSavings);
    }

    /** Cents a month: what was drawn, held within the share of net income, rounded to $25 as people do. */
    private static long setAside(SavingsHabit habit, double net, double monthly) {
        Range share = habit.shareOfNet();
        double held = share.high() > 0 ? Math.max(share.low() * net, Math.min(share.high() * net, monthly)) : monthly;
        double within = Math.max(habit.monthly().low(), Math.min(habit.monthly().high(), held));
        return Math.round(within / ROUND_SET_ASIDE) * ROUND_SET_ASIDE;
    }

    /** The first chapter, of somebody who has these cards. */
    Chapter open(Stage stage, Means means, List<CardPlan> cards) {
        return settle(stage, means, earnings, bills(stage, means), cards, null);
    }

    /** The chapter after another one. What the new habits do not touch stays. */
    Chapter goOn(Chapter before, Stage last, Stage stage) {
        Profile now = stage.profile();
        Profile was = before.profile();
        Means means = means(stage);
        return settle(
                stage,
                means,
                now.income().equals(was.income()) ? before.earnings() : otherwiseEarned(now.income()),
                stage.moves() == last.moves() ? before.bills() : bills(stage, means),
                now.cards().equals(was.cards()) ? before.cards() : treatedBy(now, before.cards()),
                now.subscriptions().equals(was.subscriptions()) ? before.services() : null);
    }

    /** The same pay in another rhythm. */
    private Earnings otherwiseEarned(IncomeHabit habit) {
        return Earnings.draw(
                habit.earning(first.income()),
                scenario.catalog(),
                calendar,
                streams.of(Habit.INCOME),
                streams.of(Habit.PAY));
    }

    private List<CardPlan> treatedBy(Profile profile, List<CardPlan> cards) {
        return CardPlan.treatedBy(
                profile.cards(),
                cards,
                scenario.catalog().cardNames(),
                scenario.bank().cards(),
                calendar,
                earnings.grossAnnual(),
                streams.of(Habit.CARDS));
    }

    private List<HomeBill> bills(Stage stage, Means means) {
        return HomeBills.draw(
                scenario.catalog().bills(),
                elsewhere,
                means.housing(),
                means.spending() * stage.profile().budget().billsCap(),
                stage.moves() == 0 ? streams.of(Habit.BILLS) : streams.of(Habit.BILLS, "home " + stage.moves()));
    }

    /** @param kept the subscriptions that go on, or null when they are chosen anew */
    private Chapter settle(
            Stage stage, Means means, Earnings earnings, List<HomeBill> bills, List<CardPlan> cards, Services kept) {
        Profile profile = stage.profile();
        double interest = cards.stream().mapToDouble(CardPlan::expectedInterest).sum();
        double fixed = bills.stream().mapToLong(HomeBill::amount).sum() + interest;
        double free = Math.max(means.spending() * LEAST_FOR_SHOPS, means.spending() - fixed);
        boolean shares = profile.subscriptions().shareOfDiscretionary().high() > 0;
        Services services = kept == null || shares ? services(profile, free, USUALLY_DISCRETIONARY) : kept;
        ShoppingPlan shopping = shopping(profile, services, free);
        if (shares) {
            services = services(profile, free, shopping.basket().discretionaryShare());
            shopping = shopping(profile, services, free);
        }
        if (means.fromSavings() > 0) {
            shopping = shopping.withOnCard(shareOnCards(stage, means.ontoCards(), cards, free - services.monthly()));
        }
        return new Chapter(
                stage.from(),
                stage.until(),
                stage.horizon(),
                stage.goesOnFrom(),
                profile,
                earnings,
                means.pay(),
                means.setAside(),
                cards,
                bills,
                services,
                shopping,
                Math.round(means.spending()),
                Math.round(means.floor()));
    }

    /**
     * Chooses subscriptions. Where they are to take a share s of discretionary spending, and a share d of what is spent
     * in shops is discretionary, they cost s/(1-s) times d times what is left for shops.
     */
    private Services services(Profile profile, double free, double discretionary) {
        RandomStream draws = streams.of(Habit.SUBSCRIPTIONS);
        Range shares = profile.subscriptions().shareOfDiscretionary();
        double share = draws.within(shares);
        double wanted = draws.within(profile.subscriptions().monthly());
        if (shares.high() > 0) {
            double ratio = share / (1 - share) * discretionary;
            wanted = free * ratio / (1 + ratio);
        }
        return Services.choose(scenario.catalog().subscriptions(), profile.subscriptions(), wanted, draws);
    }

    private ShoppingPlan shopping(Profile profile, Services services, double free) {
        Set<String> shunned = new HashSet<>(elsewhere);
        shunned.addAll(services.shunned());
        return ShoppingPlan.draw(
                profile.shopping(), market, shunned, services.preferred(), free - services.monthly(), streams);
    }

    /** Share of purchases on cards at which card debt grows by what overspending is to put there. */
    private double shareOnCards(Stage stage, double ontoCards, List<CardPlan> cards, double purchases) {
        double payments = 0;
        for (CardPlan card : cards) {
            double owed = card.account().openingBalance() + ontoCards * months(stage.horizon()) / 2 / cards.size();
            double share = switch (card.payment()) {
                case FULL -> 1;
                case PARTIAL -> card.partialShare();
                case MINIMUM -> scenario.bank().cards().minimumBasisPoints() / 10_000.0;
            };
            payments += owed * share;
        }
        return Math.max(0.05, Math.min(0.95, (ontoCards + payments) / purchases));
    }

    /** Months in a number of days, but nobody plans ahead for more than a year. */
    static double months(int days) {
        return Math.min(LONGEST_PLANNED_MONTHS, days / ShoppingPlan.DAYS_A_MONTH);
    }
}
