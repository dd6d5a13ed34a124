package dev.spendsense.scenario;

import static dev.spendsense.scenario.ScenarioForms.range;
import static dev.spendsense.yaml.Form.count;
import static dev.spendsense.yaml.Form.money;
import static dev.spendsense.yaml.Form.number;
import static dev.spendsense.yaml.Form.share;

import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.YamlFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one profile, the defaults already laid beneath it. */
final class ProfileReader {

    private static final int LAST_SAFE_DAY = 28;
    private static final int MOST_SUBSCRIPTIONS = 50;
    private static final Range FOLLOWS = new Range(0, 0);
    private static final int MOST_REFUNDS = 100;

    /** A long wait is drawn with this many days to spare, since a pay that meets closed days is posted before them. */
    static final int DAYS_PAYS_MOVE = 4;

    private final Faults faults;
    private final Optional<Catalog> catalog;
    private final Usual usual;

    /** @param world empty when it could not be read, in which case nothing is compared with it */
    ProfileReader(Faults faults, Optional<World> world, Usual usual) {
        this.faults = faults;
        this.catalog = world.map(World::catalog);
        this.usual = usual;
    }

    /**
     * What holds for a profile that has no such key of its own.
     *
     * @param baseline name of the profile that is itself at any intensity
     * @param intensity see {@link Profile#intensity()}
     * @param consentRate see {@link Profile#consentRate()}
     */
    record Usual(Optional<String> baseline, Range intensity, double consentRate) {}

    Profile read(String name, YamlFields fields) {
        int before = faults.reports();
        Profile profile = new Profile(
                name,
                fields.get("users", count(0, ScenarioReader.MOST_USERS)),
                fields.has("truth") ? fields.list("truth", Form.name()) : List.of(name),
                intensity(name, fields),
                fields.get("consent_rate", share(), usual.consentRate()),
                fields.optional("joined_days_ago", range(days())),
                income(fields.block("income")),
                budget(fields.block("budget")),
                shopping(fields.block("shopping")),
                subscriptions(fields.block("subscriptions")),
                cards(fields.block("cards")),
                savings(fields.block("savings")));
        fields.has(EventReader.EVENTS);
        fields.end();
        if (faults.reports() == before && !fields.isPartial()) {
            compare(profile, fields);
        }
        return profile;
    }

    private Range intensity(String name, YamlFields fields) {
        Range intensity = fields.get("intensity", ScenarioForms.intensity(), usual.intensity());
        return usual.baseline().filter(name::equals).isPresent() ? Profile.TEXTBOOK : intensity;
    }

    private static IncomeHabit income(YamlFields fields) {
        IncomeHabit income = new IncomeHabit(
                fields.get("annual", ScenarioForms.noneOr(range(money(100, 10_000_000)))),
                fields.get("take_home", range(number(0.05, 1))),
                Weighted.of(fields.weights("schedule", Form.choice(PaySchedule.class))),
                fields.get("variation", range(share())),
                fields.get("gap_days", range(count(1, 365))),
                fields.get("long_gap", count(1, 365)),
                fields.get("short_gaps", share()));
        fields.end();
        return income;
    }

    private static Budget budget(YamlFields fields) {
        Budget budget = new Budget(
                fields.get("spending", ScenarioForms.noneOr(range(number(0.05, 5)))),
                fields.get("housing", range(share())),
                fields.get("bills_cap", share()),
                fields.get("opening_months", range(number(0, 120))),
                fields.get("paced", Form.flag()),
                fields.get("floor_months", range(number(0, 120))),
                fields.get("counts_savings", share(), 1.0));
        fields.end();
        return budget;
    }

    private ShoppingHabit shopping(YamlFields fields) {
        ShoppingHabit shopping = new ShoppingHabit(
                fields.get("per_day", range(number(0.05, 50))),
                fields.get("ticket", ScenarioForms.noneOr(range(money(1, 10_000))), FOLLOWS),
                basket(fields.block("basket")),
                fields.get("on_card", range(share())),
                fields.get("payday_lift", range(number(0, 10))),
                // A trend of 2 begins at nothing and ends at twice the average; beyond it purchases would be negative.
                fields.get("trend", range(number(-2, 2))),
                fields.get("impulses_a_month", range(number(0, 100))),
                fields.get("impulse_times", range(number(1, 100))),
                fields.get("cash_a_month", range(number(0, 31))),
                fields.get("refunds", number(0, MOST_REFUNDS), 1.0));
        fields.end();
        return shopping;
    }

    private Map<String, Double> basket(YamlFields fields) {
        Form<String> kind = catalog.map(Catalog::purchases)
                .filter(kinds -> !kinds.isEmpty())
                .map(kinds -> Form.known(kinds.stream().map(PurchaseKind::name).toList()))
                .orElse(Form.name());
        return fields.values(kind, number(0, 1_000));
    }

    private static SubscriptionHabit subscriptions(YamlFields fields) {
        SubscriptionHabit subscriptions = new SubscriptionHabit(
                fields.get("count", range(count(0, MOST_SUBSCRIPTIONS))),
                fields.get("monthly", range(money(0, 10_000))),
                fields.get("share_of_discretionary", range(share())),
                fields.get("unused", range(count(0, MOST_SUBSCRIPTIONS))),
                fields.get("billing_day", count(1, LAST_SAFE_DAY)));
        fields.end();
        return subscriptions;
    }

    private static CardHabit cards(YamlFields fields) {
        CardHabit cards = new CardHabit(
                Weighted.of(fields.weights("count", count(0, 3))),
                fields.get("limit", range(number(0.001, 5))),
                fields.get("apr", range(number(0, 100))),
                fields.get("opening_utilization", range(share())),
                fields.get("utilization", range(share())),
                Weighted.of(fields.weights("payment", Form.choice(CardHabit.Payment.class))),
                fields.get("partial", range(share())),
                fields.get("overdue", share()),
                fields.optional("closed_after", range(days())));
        fields.end();
        return cards;
    }

    private static SavingsHabit savings(YamlFields fields) {
        SavingsHabit savings = new SavingsHabit(
                fields.get("has", share()),
                fields.get("opening_months", range(number(0, 240))),
                fields.get("monthly", range(money(0, 1_000_000))),
                fields.get("share_of_net", range(share())),
                fields.get("growth", ScenarioForms.noneOr(range(number(0.001, 1)))),
                fields.get("day", count(1, LAST_SAFE_DAY)),
                fields.get("funding", range(share())),
                fields.optional("closed_after", range(days())));
        fields.end();
        return savings;
    }

    private static Form<Integer> days() {
        return count(1, ScenarioReader.MOST_DAYS);
    }

    /** Fields that are right by themselves and yet contradict each other or the catalog. */
    private void compare(Profile profile, YamlFields fields) {
        if (profile.income().schedule().options().contains(PaySchedule.IRREGULAR)) {
            compareWaits(profile.income(), fields.block("income"));
        }
        SubscriptionHabit subscriptions = profile.subscriptions();
        if (subscriptions.unused().low() > subscriptions.count().high()) {
            fields.block("subscriptions").reject("unused", "no more than the count of subscriptions");
        }
        catalog.ifPresent(catalog -> {
            if (subscriptions.count().high() > catalog.subscriptions().size()) {
                fields.block("subscriptions")
                        .reject("count", "at most " + catalog.subscriptions().size() + ", all that the catalog has");
            }
            if (sellsNothing(catalog.purchases(), profile.shopping().basket())) {
                fields.block("shopping").reject("basket", "factors that leave at least one kind of purchase");
            }
        });
    }

    private static void compareWaits(IncomeHabit income, YamlFields fields) {
        int highest = income.longGapDays() + DAYS_PAYS_MOVE;
        if (!income.gapDays().contains(income.longGapDays())) {
            fields.reject("long_gap", "a number of days within gap_days");
        } else if (income.gapDays().high() < highest) {
            fields.reject(
                    "gap_days",
                    "a high end of at least " + highest + ", " + DAYS_PAYS_MOVE
                            + " days beyond long_gap, because pays move over closed days");
        }
    }

    private static boolean sellsNothing(List<PurchaseKind> kinds, Map<String, Double> basket) {
        return kinds.stream().allMatch(kind -> kind.weight() * basket.getOrDefault(kind.name(), 1.0) == 0);
    }
}
