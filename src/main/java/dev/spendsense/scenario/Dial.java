package dev.spendsense.scenario;

import static dev.spendsense.scenario.ProfileReader.DAYS_PAYS_MOVE;

import dev.spendsense.scenario.CardHabit.Payment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The way from a mild profile to a textbook one. Levers move so that what a user does moves evenly, which for most is a
 * straight line. Where a straight line would make two kinds of users instead of one in between, the lever takes the way
 * that the behaviour itself takes: pays grow rarer instead of being rare for some, card debt grows by the share of a
 * statement that stays unpaid, and what a behaviour needs to show at all (a card, a savings account) is there early on.
 *
 * @param intensity above 0 (the mild profile) and below 1 (the textbook one)
 */
record Dial(double intensity) {

    /** The intensity from which as many users own something as in the textbook profile. */
    private static final double EQUIPPED = 0.25;

    /** The share of a statement that a minimum payment comes to, about. */
    private static final double MINIMUM_SHARE = 0.03;

    private static final Map<PaySchedule, Double> USUAL_GAP_DAYS = Map.of(
            PaySchedule.WEEKLY,
            7.0,
            PaySchedule.BIWEEKLY,
            14.0,
            PaySchedule.SEMIMONTHLY,
            365 / 24.0,
            PaySchedule.MONTHLY,
            365 / 12.0);

    Profile between(Profile mild, Profile textbook) {
        return new Profile(
                textbook.name(),
                textbook.users(),
                textbook.truth(),
                textbook.intensity(),
                textbook.consentRate(),
                textbook.joinedDaysAgo(),
                income(mild.income(), textbook.income()),
                budget(mild.budget(), textbook.budget()),
                shopping(mild.shopping(), textbook.shopping()),
                subscriptions(mild.subscriptions(), textbook.subscriptions()),
                cards(mild.cards(), textbook.cards()),
                savings(mild, textbook));
    }

    // Income

    /**
     * Where only one of the two is paid irregularly, everybody in between is: with waits between those of a regular
     * schedule and those of clients.
     */
    private IncomeHabit income(IncomeHabit mild, IncomeHabit textbook) {
        double before = mild.schedule().shareOf(PaySchedule.IRREGULAR);
        double after = textbook.schedule().shareOf(PaySchedule.IRREGULAR);
        Map<PaySchedule, Double> schedule = mixed(mild.schedule(), textbook.schedule());
        if (before == 0 ^ after == 0) {
            schedule.remove(PaySchedule.IRREGULAR);
            double others =
                    schedule.values().stream().mapToDouble(Double::doubleValue).sum();
            schedule.replaceAll((regular, weight) -> weight / others * (1 - before - after));
            schedule.values().removeIf(weight -> weight <= 0);
            schedule.put(PaySchedule.IRREGULAR, before + after);
        }
        Waits waits = between(
                before == 0 && after > 0 ? Waits.asRegularAs(mild) : Waits.of(mild),
                after == 0 && before > 0 ? Waits.asRegularAs(textbook) : Waits.of(textbook));
        return new IncomeHabit(
                between(mild.annual(), textbook.annual()),
                between(mild.takeHome(), textbook.takeHome()),
                Weighted.of(schedule),
                between(mild.variation(), textbook.variation()),
                waits.days(),
                waits.longGapDays(),
                between(mild.shortGaps(), textbook.shortGaps()));
    }

    /**
     * Irregular waits by the one that is usual.
     *
     * @param usual days of a long wait on average
     * @param shortest the shortest wait, in usual ones
     * @param shortestLong the shortest of the long ones
     * @param longest the longest wait
     */
    private record Waits(double usual, double shortest, double shortestLong, double longest) {

        static Waits of(IncomeHabit income) {
            double longest = income.gapDays().high() - DAYS_PAYS_MOVE;
            double usual = (income.longGapDays() + longest) / 2;
            return new Waits(
                    usual,
                    (income.gapDays().low() + DAYS_PAYS_MOVE) / usual,
                    income.longGapDays() / usual,
                    longest / usual);
        }

        /** Waits that are no different from those of the regular schedules. */
        static Waits asRegularAs(IncomeHabit income) {
            double days = 0;
            double weights = 0;
            for (PaySchedule schedule : PaySchedule.values()) {
                double weight =
                        USUAL_GAP_DAYS.containsKey(schedule) ? income.schedule().shareOf(schedule) : 0;
                days += weight * USUAL_GAP_DAYS.getOrDefault(schedule, 0.0);
                weights += weight;
            }
            return weights > 0 ? new Waits(days / weights, 1, 1, 1) : of(income);
        }

        Range days() {
            return new Range(
                    Math.max(1, Math.rint(usual * shortest) - DAYS_PAYS_MOVE),
                    Math.rint(usual * longest) + DAYS_PAYS_MOVE);
        }

        int longGapDays() {
            return (int) Math.rint(usual * shortestLong);
        }
    }

    private Waits between(Waits mild, Waits textbook) {
        return new Waits(
                between(mild.usual, textbook.usual),
                between(mild.shortest, textbook.shortest),
                between(mild.shortestLong, textbook.shortestLong),
                between(mild.longest, textbook.longest));
    }

    /** Who is paced at one end only is so in between, with a floor on the way from what stays untouched at the other. */
    private Budget budget(Budget mild, Budget textbook) {
        if (mild.paced() != textbook.paced()) {
            return budget(asPaced(mild), asPaced(textbook));
        }
        return new Budget(
                between(mild.spending(), textbook.spending()),
                between(mild.housing(), textbook.housing()),
                between(mild.billsCap(), textbook.billsCap()),
                between(mild.openingMonths(), textbook.openingMonths()),
                mild.paced(),
                between(mild.floorMonths(), textbook.floorMonths()),
                between(mild.countsSavings(), textbook.countsSavings()));
    }

    private static Budget asPaced(Budget budget) {
        return budget.paced()
                ? budget
                : new Budget(
                        budget.spending(),
                        budget.housing(),
                        budget.billsCap(),
                        new Range(0, 0),
                        true,
                        budget.openingMonths(),
                        0);
    }

    private ShoppingHabit shopping(ShoppingHabit mild, ShoppingHabit textbook) {
        Set<String> kinds = new TreeSet<>(mild.basket().keySet());
        kinds.addAll(textbook.basket().keySet());
        Map<String, Double> basket = new TreeMap<>();
        kinds.forEach(kind -> basket.put(
                kind,
                between(mild.basket().getOrDefault(kind, 1.0), textbook.basket().getOrDefault(kind, 1.0))));
        // Between a number that follows from the ticket and one that does not lies nothing.
        boolean byTicket = mild.ticket().high() > 0 && textbook.ticket().high() > 0;
        return new ShoppingHabit(
                between(mild.perDay(), textbook.perDay()),
                byTicket ? between(mild.ticket(), textbook.ticket()) : textbook.ticket(),
                basket,
                between(mild.onCard(), textbook.onCard()),
                between(mild.paydayLift(), textbook.paydayLift()),
                between(mild.trend(), textbook.trend()),
                between(mild.impulsesAMonth(), textbook.impulsesAMonth()),
                between(mild.impulseTimes(), textbook.impulseTimes()),
                between(mild.cashAMonth(), textbook.cashAMonth()),
                between(mild.refunds(), textbook.refunds()));
    }

    private SubscriptionHabit subscriptions(SubscriptionHabit mild, SubscriptionHabit textbook) {
        return new SubscriptionHabit(
                whole(mild.count(), textbook.count()),
                between(mild.monthly(), textbook.monthly()),
                between(mild.shareOfDiscretionary(), textbook.shareOfDiscretionary()),
                whole(mild.unused(), textbook.unused()),
                textbook.billingDay());
    }

    // Cards

    private CardHabit cards(CardHabit mild, CardHabit textbook) {
        return new CardHabit(
                Weighted.of(count(mild.count(), textbook.count())),
                between(mild.limit(), textbook.limit()),
                between(mild.aprPercent(), textbook.aprPercent()),
                between(mild.openingUtilization(), textbook.openingUtilization()),
                between(mild.utilization(), textbook.utilization()),
                Weighted.of(payment(mild.payment(), textbook.payment())),
                partial(mild, textbook),
                between(mild.overdue(), textbook.overdue()),
                textbook.closedAfter());
    }

    private Map<Integer, Double> count(Weighted<Integer> mild, Weighted<Integer> textbook) {
        return owning(1 - mild.shareOf(0), 1 - textbook.shareOf(0)).mixed(mild, textbook);
    }

    /** Who pays in full at one end and not at the other pays a part in between. */
    private Map<Payment, Double> payment(Weighted<Payment> mild, Weighted<Payment> textbook) {
        double full = Math.min(mild.shareOf(Payment.FULL), textbook.shareOf(Payment.FULL));
        double minimum = between(mild.shareOf(Payment.MINIMUM), textbook.shareOf(Payment.MINIMUM));
        Map<Payment, Double> payment = new LinkedHashMap<>();
        payment.put(Payment.FULL, full);
        payment.put(Payment.PARTIAL, Math.max(0, 1 - full - minimum));
        payment.put(Payment.MINIMUM, minimum);
        payment.values().removeIf(weight -> weight <= 0);
        return payment;
    }

    /** The share of a statement that those pay who pay a part. Debt that stays goes by its inverse, which is mixed. */
    private Range partial(CardHabit mild, CardHabit textbook) {
        double turned =
                mild.payment().shareOf(Payment.FULL) - textbook.payment().shareOf(Payment.FULL);
        Range from = partial(mild, Math.max(0, turned));
        Range to = partial(textbook, Math.max(0, -turned));
        return new Range(1 / between(1 / from.low(), 1 / to.low()), 1 / between(1 / from.high(), 1 / to.high()));
    }

    /** @param full weight of those who pay in full at this end and a part in between */
    private static Range partial(CardHabit habit, double full) {
        double part = habit.payment().shareOf(Payment.PARTIAL);
        double low = Math.max(MINIMUM_SHARE, habit.partial().low());
        double high = Math.max(MINIMUM_SHARE, habit.partial().high());
        return full + part == 0
                ? new Range(MINIMUM_SHARE, MINIMUM_SHARE)
                : new Range((full + part * low) / (full + part), (full + part * high) / (full + part));
    }

    // Savings

    private SavingsHabit savings(Profile mild, Profile textbook) {
        SavingsHabit from = mild.savings();
        SavingsHabit to = textbook.savings();
        boolean grow = from.growth().high() > 0 || to.growth().high() > 0;
        return new SavingsHabit(
                owning(from.has(), to.has()).between(from.has(), to.has()),
                between(from.openingMonths(), to.openingMonths()),
                between(from.monthly(), to.monthly()),
                between(from.shareOfNet(), to.shareOfNet()),
                grow
                        ? between(
                                growth(mild).orElse(to.growth()),
                                growth(textbook).orElse(from.growth()))
                        : to.growth(),
                to.day(),
                between(from.funding(), to.funding()),
                to.closedAfter());
    }

    /** How savings grow a month, whether planned or by what usual users put aside; empty when they begin with nothing. */
    private static Optional<Range> growth(Profile profile) {
        SavingsHabit savings = profile.savings();
        if (savings.growth().high() > 0) {
            return Optional.of(savings.growth());
        }
        double net =
                profile.income().annual().middle() * profile.income().takeHome().middle() / 12;
        double opening = net
                * profile.budget().spending().middle()
                * savings.openingMonths().middle();
        double growth = savings.monthly().middle() / opening;
        return opening > 0 && growth < 1 ? Optional.of(new Range(growth, growth)) : Optional.empty();
    }

    // Mixing

    /** The dial for something that these shares of users own: what more of them need is there early on. */
    private Dial owning(double mild, double textbook) {
        return textbook > mild ? new Dial(Math.min(1, intensity / EQUIPPED)) : this;
    }

    private double between(double mild, double textbook) {
        return (1 - intensity) * mild + intensity * textbook;
    }

    private Range between(Range mild, Range textbook) {
        return new Range(between(mild.low(), textbook.low()), between(mild.high(), textbook.high()));
    }

    private Range whole(Range mild, Range textbook) {
        Range between = between(mild, textbook);
        return new Range(Math.rint(between.low()), Math.rint(between.high()));
    }

    /** Weights that sum to 1, the mild profile's options first. */
    private <T> Map<T, Double> mixed(Weighted<T> mild, Weighted<T> textbook) {
        Map<T, Double> mixed = new LinkedHashMap<>();
        mild.options().forEach(option -> mixed.put(option, 0.0));
        textbook.options().forEach(option -> mixed.put(option, 0.0));
        mixed.replaceAll((option, none) -> between(mild.shareOf(option), textbook.shareOf(option)));
        mixed.values().removeIf(weight -> weight <= 0);
        return mixed;
    }
}
