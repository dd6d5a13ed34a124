package dev.spendsense.simulation;

import static java.util.stream.Collectors.toMap;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Customer;
import dev.spendsense.scenario.People;
import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Scenario;
import dev.spendsense.simulation.CardPlan.Demand;
import dev.spendsense.simulation.Earnings.Pay;
import dev.spendsense.simulation.Fate.Stage;
import dev.spendsense.simulation.Planner.Means;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Opens a customer's accounts: draws who they are, and puts by what the stages of the life will need. This is the only place where a balance is set rather than moved.
 */
final class Onboarding {

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

    /**
     * Opens the accounts of a customer and plans the life.
     *
     * @param foreseen what the accounts are prepared for
     * @param fate what really befalls the customer: as foreseen, or less
     */
    Household welcome(Profile profile, Fate foreseen, Fate fate, Streams streams) {
        String id = userId(streams);
        Earnings earnings = Earnings.draw(
                profile.income(), scenario.catalog(), calendar, streams.of(Habit.INCOME), streams.of(Habit.PAY));
        Customer customer = customer(id, earnings, profile.consentRate(), streams);
        List<Stage> stages = foreseen.plannedStages();
        boolean saves = saves(stages, streams);
        Planner planner = new Planner(
                scenario, market, calendar, profile, earnings, elsewhere(customer.region()), saves, streams);

        List<Means> means = stages.stream().map(planner::means).toList();
        List<CardPlan> cards = cards(profile, stages, means, id, saves, earnings, streams);
        List<Stage> lived = fate.stages();
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(planner.open(lived.get(0), means.get(0), cards));
        for (int i = 1; i < lived.size(); i++) {
            chapters.add(planner.goOn(chapters.get(i - 1), lived.get(i - 1), lived.get(i)));
        }
        return new Household(
                customer,
                checking(id, profile, means.get(0), earnings),
                saves ? Optional.of(savings(id, profile, stages, means, streams)) : Optional.empty(),
                pays(chapters, lived),
                chapters,
                fate.occurrences());
    }

    /**
     * What befalls a customer without the events beyond the planned days for which the customer has no account: accounts
     * are opened on the first day, for what is planned.
     */
    Fate bearable(Fate drawn, Profile profile, Streams streams) {
        if (!calendar.goesOn()) {
            return drawn;
        }
        List<Stage> stages = drawn.plannedStages();
        boolean saves = saves(stages, streams);
        boolean pays = cardCount(stages, saves, streams) > 0;
        return drawn.where(occurrence -> {
            Profile then = occurrence.change().over(profile);
            return occurrence.from() < calendar.planned()
                    || (saves || !saves(then, streams))
                            && (pays || CardPlan.count(then.cards(), slot(saves), streams.of(Habit.CARDS)) == 0);
        });
    }

    private static boolean saves(List<Stage> stages, Streams streams) {
        return stages.stream().anyMatch(stage -> saves(stage.profile(), streams));
    }

    /** The first slot for a card. */
    private static int slot(boolean saves) {
        return saves ? 2 : 1;
    }

    /** The most cards that are needed at any stage. */
    private static int cardCount(List<Stage> stages, boolean saves, Streams streams) {
        int count = 0;
        for (Stage stage : stages) {
            count = Math.max(count, CardPlan.count(stage.profile().cards(), slot(saves), streams.of(Habit.CARDS)));
        }
        return count;
    }

    private static boolean saves(Profile profile, Streams streams) {
        return streams.of(Habit.SAVINGS).chance(profile.savings().has());
    }

    /** The cards that will be needed at any stage, with room for what will be put onto them. */
    private List<CardPlan> cards(
            Profile profile,
            List<Stage> stages,
            List<Means> means,
            String id,
            boolean saves,
            Earnings earnings,
            Streams streams) {
        int count = cardCount(stages, saves, streams);
        List<Demand> demands = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            demands.add(Demand.of(
                    stages.get(i).profile().cards(),
                    count,
                    means.get(i).ontoCards() * Planner.months(stages.get(i).days()),
                    scenario.catalog().cardNames(),
                    scenario.bank().cards(),
                    calendar,
                    streams.of(Habit.CARDS)));
        }
        return CardPlan.draw(
                profile.cards(),
                count,
                scenario.catalog().cardNames(),
                scenario.bank().cards(),
                calendar,
                id,
                slot(saves),
                earnings.grossAnnual(),
                demands,
                streams.of(Habit.CARDS));
    }

    private Account checking(String id, Profile profile, Means means, Earnings earnings) {
        double comfortable = means.openingMonths() * means.spending();
        double opening = profile.budget().paced()
                ? means.floor() + comfortable + untilFirstPay(earnings) * means.spending() / ShoppingPlan.DAYS_A_MONTH
                : comfortable;
        return new Account(
                id + "-0",
                0,
                AccountType.CHECKING,
                "Everyday Checking",
                means.checkingMask(),
                Math.round(opening),
                0,
                0);
    }

    private Account savings(String id, Profile profile, List<Stage> stages, List<Means> means, Streams streams) {
        RandomStream draws = streams.of(Habit.SAVINGS);
        boolean has = draws.chance(profile.savings().has());
        double months = draws.within(profile.savings().openingMonths());
        draws.within(profile.savings().monthly());
        double growth = draws.within(profile.savings().growth());
        draws.within(profile.savings().funding());
        String mask = CardPlan.mask(draws);
        double opening = has ? months * means.get(0).spending() : 0;
        if (profile.savings().growth().high() > 0 && means.get(0).setAside() > 0) {
            double transfers = Planner.months(calendar.planned());
            opening = means.get(0).setAside() * transfers / (StrictMath.pow(1 + growth, transfers) - 1);
        } else {
            for (int i = 0; i < stages.size(); i++) {
                opening += means.get(i).fromSavings()
                        * Planner.months(stages.get(i).days())
                        * SAVINGS_TO_SPARE;
            }
        }
        return new Account(
                id + "-1",
                1,
                AccountType.SAVINGS,
                "High-Yield Savings",
                mask,
                Math.round(opening),
                0,
                scenario.bank().savingsRateBasisPoints());
    }

    /** Every pay, each by the chapter into which it falls. */
    private static List<Pay> pays(List<Chapter> chapters, List<Stage> stages) {
        List<Pay> pays = new ArrayList<>();
        for (int i = 0; i < chapters.size(); i++) {
            Chapter chapter = chapters.get(i);
            double factor = stages.get(i).pay();
            for (Pay pay : chapter.earnings().between(chapter.from(), chapter.until())) {
                if (factor > 0) {
                    pays.add(pay.times(factor));
                }
            }
        }
        return pays;
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

    private int untilFirstPay(Earnings earnings) {
        return earnings.firstPayBefore(calendar.planned());
    }
}
