package dev.spendsense.simulation;

import static java.util.stream.Collectors.toMap;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Customer;
import dev.spendsense.scenario.People;
import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Range;
import dev.spendsense.scenario.SavingsHabit;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.simulation.HomeBills.HomeBill;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Opens a customer's accounts: draws who they are and divides what they earn, so that the life that follows shows the
 * behaviour of the profile. This is the only place where a balance is set rather than moved.
 */
final class Onboarding {

    /** Shops get at least this share of spending, whatever bills and interest take. */
    private static final double LEAST_FOR_SHOPS = 0.12;

    /** Where a share of discretionary spending is planted: what shops' money is taken to be discretionary at first. */
    private static final double USUALLY_DISCRETIONARY = 0.55;

    /** Savings that pay for overspending last a little longer than it is expected to take. */
    private static final double SAVINGS_TO_SPARE = 1.15;

    private static final String ID_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private final Scenario scenario;
    private final Market market;
    private final Calendar calendar;
    private final Map<String, Set<String>> elsewhere;

    Onboarding(Scenario scenario, Market market, Calendar calendar) {
        this.scenario = scenario;
        this.market = market;
        this.calendar = calendar;
        this.elsewhere = scenario.people().regions().options().stream()
                .collect(toMap(region -> region, region -> scenario.catalog().elsewhere(region)));
    }

    Household welcome(Profile profile, Streams streams) {
        String id = userId(streams);
        Earnings earnings = Earnings.draw(
                profile.income(), scenario.catalog(), calendar, streams.of(Habit.INCOME), streams.of(Habit.PAY));
        double net = earnings.netMonthly();
        Customer customer = customer(id, earnings, profile.consentRate(), streams);
        Set<String> elsewhere = elsewhere(customer.region());
        RandomStream budget = streams.of(Habit.BUDGET);
        double spending = net * budget.within(profile.budget().spending());
        double housing = net * budget.within(profile.budget().housing());
        double openingMonths = budget.within(profile.budget().openingMonths());
        double floor = spending * budget.within(profile.budget().floorMonths());
        String checkingMask = CardPlan.mask(budget);

        List<HomeBill> bills = HomeBills.draw(
                scenario.catalog().bills(),
                elsewhere,
                housing,
                spending * profile.budget().billsCap(),
                streams.of(Habit.BILLS));
        double overspending = Math.max(0, spending - net);
        SavingsStart savings = savingsStart(profile.savings(), net, spending, overspending, streams);
        double ontoCards = overspending - savings.funds();
        List<CardPlan> cards = CardPlan.draw(
                profile.cards(),
                scenario.catalog().cardNames(),
                scenario.bank().cards(),
                calendar,
                id,
                savings.has() ? 2 : 1,
                earnings.grossAnnual(),
                ontoCards * months(),
                streams.of(Habit.CARDS));

        double interest = cards.stream().mapToDouble(CardPlan::expectedInterest).sum();
        double fixed = bills.stream().mapToLong(HomeBill::amount).sum() + interest;
        double free = Math.max(spending * LEAST_FOR_SHOPS, spending - fixed);
        Services services = services(profile, free, USUALLY_DISCRETIONARY, streams);
        ShoppingPlan shopping = shopping(profile, services, elsewhere, free, streams);
        if (sharesDiscretionary(profile)) {
            services = services(profile, free, shopping.basket().discretionaryShare(), streams);
            shopping = shopping(profile, services, elsewhere, free, streams);
        }
        if (savings.funds() > 0) {
            shopping = shopping.withOnCard(shareOnCards(ontoCards, cards, free - services.monthly()));
        }

        double opening = profile.budget().paced()
                ? floor + openingMonths * spending + untilFirstPay(earnings) * spending / ShoppingPlan.DAYS_A_MONTH
                : openingMonths * spending;
        Account checking = new Account(
                id + "-0", 0, AccountType.CHECKING, "Everyday Checking", checkingMask, Math.round(opening), 0, 0);
        return new Household(
                customer,
                profile,
                earnings,
                checking,
                savings.account(id, scenario.bank().savingsRateBasisPoints()),
                savings.setAside(),
                cards,
                bills,
                services,
                shopping,
                Math.round(spending),
                Math.round(floor));
    }

    /** Names that people of the region do not meet. */
    private Set<String> elsewhere(String region) {
        return elsewhere.getOrDefault(region, Set.of());
    }

    private Customer customer(String id, Earnings earnings, double consentRate, Streams streams) {
        People people = scenario.people();
        RandomStream person = streams.of(Habit.PERSON);
        String given = people.givenNames().get(person.below(people.givenNames().size()));
        String family =
                people.familyNames().get(person.below(people.familyNames().size()));
        People.AgeBand band = people.ages().at(person.nextDouble());
        int age = band.from() + person.below(band.to() - band.from() + 1);
        String region = people.regions().at(person.nextDouble());
        boolean consent = streams.of(Habit.CONSENT).chance(consentRate);
        return new Customer(id, given + " " + family, age, region, earnings.grossAnnual(), consent);
    }

    /** Sixty bits that tell nothing of profile or position, in digits that are hard to misread. */
    private static String userId(Streams streams) {
        long bits = streams.of(Habit.IDENTITY).nextLong();
        StringBuilder id = new StringBuilder("u");
        for (int i = 0; i < 12; i++) {
            id.append(ID_DIGITS.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return id.toString();
    }

    private static boolean sharesDiscretionary(Profile profile) {
        return profile.subscriptions().shareOfDiscretionary().high() > 0;
    }

    /**
     * Chooses subscriptions. Where they are to take a share s of discretionary spending, and a share d of what is spent
     * in shops is discretionary, they cost s/(1-s) times d times what is left for shops.
     */
    private Services services(Profile profile, double free, double discretionary, Streams streams) {
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

    private ShoppingPlan shopping(
            Profile profile, Services services, Set<String> elsewhere, double free, Streams streams) {
        Set<String> shunned = new HashSet<>(elsewhere);
        shunned.addAll(services.shunned());
        return ShoppingPlan.draw(
                profile.shopping(), market, shunned, services.preferred(), free - services.monthly(), streams);
    }

    /** Share of purchases on cards at which card debt grows by what overspending is to put there. */
    private double shareOnCards(double ontoCards, List<CardPlan> cards, double purchases) {
        double payments = 0;
        for (CardPlan card : cards) {
            double owed = card.account().openingBalance() + ontoCards * months() / 2 / cards.size();
            double share = switch (card.payment()) {
                case FULL -> 1;
                case PARTIAL -> card.partialShare();
                case MINIMUM -> scenario.bank().cards().minimumBasisPoints() / 10_000.0;
            };
            payments += owed * share;
        }
        return Math.max(0.05, Math.min(0.95, (ontoCards + payments) / purchases));
    }

    /** Months that opening money is sized for: those of the period, but nobody plans ahead for more than a year. */
    private double months() {
        return Math.min(12, calendar.length() / ShoppingPlan.DAYS_A_MONTH);
    }

    private int untilFirstPay(Earnings earnings) {
        return earnings.pays().isEmpty()
                ? calendar.length()
                : earnings.pays().get(0).day();
    }

    private SavingsStart savingsStart(
            SavingsHabit habit, double net, double spending, double overspending, Streams streams) {
        RandomStream draws = streams.of(Habit.SAVINGS);
        boolean has = draws.chance(habit.has());
        double months = draws.within(habit.openingMonths());
        double monthly = draws.within(habit.monthly());
        double growth = draws.within(habit.growth());
        double funds = has ? overspending * draws.within(habit.funding()) : 0;
        String mask = CardPlan.mask(draws);
        long setAside = has ? setAside(habit, net, monthly) : 0;
        double opening = months * spending;
        if (habit.growth().high() > 0 && setAside > 0) {
            double transfers = months();
            opening = setAside * transfers / (StrictMath.pow(1 + growth, transfers) - 1);
        } else if (funds > 0) {
            opening += funds * months() * SAVINGS_TO_SPARE;
        }
        return new SavingsStart(has, Math.round(opening), setAside, funds, mask);
    }

    /** Cents a month: what was drawn, held within the share of net income, rounded to $25 as people do. */
    private static long setAside(SavingsHabit habit, double net, double monthly) {
        Range share = habit.shareOfNet();
        double held = share.high() > 0 ? Math.max(share.low() * net, Math.min(share.high() * net, monthly)) : monthly;
        double within = Math.max(habit.monthly().low(), Math.min(habit.monthly().high(), held));
        return Math.round(within / 25_00) * 25_00;
    }

    /** Savings on the first day, what is added a month, and what is taken out a month to pay for overspending. */
    private record SavingsStart(boolean has, long opening, long setAside, double funds, String mask) {

        Optional<Account> account(String userId, int rateBasisPoints) {
            return has
                    ? Optional.of(new Account(
                            userId + "-1",
                            1,
                            AccountType.SAVINGS,
                            "High-Yield Savings",
                            mask,
                            opening,
                            0,
                            rateBasisPoints))
                    : Optional.empty();
        }
    }
}
