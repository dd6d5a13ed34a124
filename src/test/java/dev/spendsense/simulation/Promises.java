package dev.spendsense.simulation;

import dev.spendsense.bank.History;
import dev.spendsense.scenario.Profile;
import dev.spendsense.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What each profile promises of what its users do. */
final class Promises {

    private static final double NEARLY_ALL = 0.95;

    /**
     * A promise about one user.
     *
     * @param share smallest share of users that must keep it
     * @param most largest share of users that may
     */
    private record Promise(
            String name, ToDoubleFunction<Behaviour> measure, Predicate<Behaviour> kept, double share, double most) {}

    private static Promise band(String name, double low, double high, ToDoubleFunction<Behaviour> measure) {
        return new Promise(
                "%s %.4g–%.4g".formatted(name, low, high),
                measure,
                behaviour -> {
                    double value = measure.applyAsDouble(behaviour);
                    return value >= low && value <= high;
                },
                NEARLY_ALL,
                1);
    }

    private static Promise fact(String name, Predicate<Behaviour> kept) {
        return about(name, NEARLY_ALL, 1, kept);
    }

    private static Promise about(String name, double least, double most, Predicate<Behaviour> kept) {
        return new Promise(name, behaviour -> kept.test(behaviour) ? 1 : 0, kept, least, most);
    }

    private static final Map<String, List<Promise>> PROMISES = promises();

    private static Map<String, List<Promise>> promises() {
        Map<String, List<Promise>> promises = new LinkedHashMap<>();
        promises.put(
                "high_utilization",
                List.of(
                        band("last two statements", 0.50, 0.95, Behaviour::lastTwoStatements),
                        fact("interest charged", Behaviour::interestCharged),
                        band("share of purchases on cards", 0.2, 1, Behaviour::purchasesOnCards),
                        about("minimum only (50%)", 0.42, 0.58, Behaviour::paysMinimumOnly),
                        about("overdue (30%)", 0.25, 0.35, Behaviour::overdue),
                        band("spending/income", 0.75, 1.1, Behaviour::spendingToIncome)));
        promises.put(
                "variable_income",
                List.of(
                        fact(
                                "gaps 20–90 days",
                                b -> List.of(b.payGaps()).stream()
                                        .allMatch(gaps -> gaps.length > 0
                                                && IntStream.range(0, gaps.length)
                                                        .allMatch(i -> gaps[i] >= 20 && gaps[i] <= 90))),
                        band("median gap", 50, 90, b -> Behaviour.median(b.payGaps())),
                        band("buffer", 0.2, 0.8, Behaviour::buffer),
                        about("pays differ by a quarter", 0.7, 1, b -> b.paySpread() >= 1.25),
                        fact("months over and under", Behaviour::someMonthsOverSomeUnder)));
        promises.put(
                "subscription_heavy",
                List.of(
                        band("services", 4, 12, Behaviour::services),
                        band("dollars a month", 100, 400, Behaviour::monthlyServices),
                        band("share of discretionary", 0.10, 0.25, Behaviour::servicesShare),
                        band("spending/income", 0.7, 1.0, Behaviour::spendingToIncome)));
        promises.put(
                "savings_builder",
                List.of(
                        band("dollars set aside a month", 290, 1520, Behaviour::monthlySavings),
                        fact("transfers on day 5", Behaviour::savesOnTheFifth),
                        band("growth a month", 0.03, 0.10, Behaviour::savingsGrowth),
                        band("highest utilization", 0, 0.25, Behaviour::highestStatement),
                        band("spending/income", 0.5, 0.9, Behaviour::spendingToIncome)));
        promises.put(
                "overspender",
                List.of(
                        band("spending/income", 1.10, 1.50, Behaviour::spendingToIncome),
                        band("spending/wages in the period", 1.05, 1.55, Behaviour::plainSpendingToIncome),
                        band("services", 3, 6, Behaviour::services),
                        band("purchases a day", 4, 10, Behaviour::purchasesPerDay),
                        band("median purchase", 1, 20, Behaviour::medianPurchase),
                        band("spending trend", 1.0, 3, Behaviour::spendingTrend),
                        fact("card debt rises", b -> b.cardDebtChange() > 0),
                        fact("savings fall", b -> b.savingsChange() < 0)));
        promises.put(
                "balanced",
                List.of(
                        band("spending/income", 0.7, 1.0, Behaviour::spendingToIncome),
                        band("highest utilization", 0, 0.30, Behaviour::highestStatement),
                        fact("no interest", b -> !b.interestCharged()),
                        band("services", 0, 2, Behaviour::services)));
        return promises;
    }

    private Promises() {}

    /**
     * How a promise is kept.
     *
     * @param row the promise, the share of users that keep it, and the spread of what they do, as a line of a table
     * @param share of users that keep it
     * @param fine whether these are as many as it asks for
     */
    record Kept(String row, double share, boolean fine) {}

    /** How every promise is kept, by profile and name, after a table of it on the standard output. */
    static Map<String, Kept> of(Map<String, List<Behaviour>> behaviours) {
        Map<String, Kept> all = new LinkedHashMap<>();
        System.out.printf("%-20s %-32s %7s %8s %8s %8s%n", "profile", "promise", "kept", "p5", "median", "p95");
        behaviours.forEach((profile, users) -> {
            for (Promise promise : PROMISES.get(profile)) {
                double share = users.stream().filter(promise.kept()).count() / (double) users.size();
                boolean fine = share >= promise.share() && share <= promise.most();
                String inPercent = String.format(Locale.ROOT, "%.1f%%", share * 100);
                String row = row(profile, promise.name(), inPercent, promise.measure(), users);
                Kept kept = new Kept(row, share, fine);
                System.out.println(kept.row() + (fine ? "" : "  broken"));
                all.put(profile + ": " + promise.name(), kept);
            }
            System.out.println(row(profile, "postings", "", Behaviour::postings, users));
            System.out.println(row(profile, "declined", "", Behaviour::declined, users));
        });
        return all;
    }

    /** What each user of a population did in the last days of the period, by profile. */
    static Map<String, List<Behaviour>> lived(Scenario scenario, int lastDays) {
        Map<String, List<Behaviour>> behaviours = new LinkedHashMap<>();
        Simulation simulation = new Simulation(scenario);
        int index = 0;
        for (Profile profile : scenario.population()) {
            List<Behaviour> users = behaviours.computeIfAbsent(profile.name(), name -> new ArrayList<>());
            for (int i = 0; i < profile.users(); i++) {
                History history = simulation.live(index++).history();
                LocalDate from = history.asOf().minusDays(lastDays - 1L);
                boolean all = !from.isAfter(history.from());
                users.add(new Behaviour(all ? history : LaterDays.of(history, from), scenario.catalog()));
            }
        }
        return behaviours;
    }

    private static String row(
            String profile, String name, String kept, ToDoubleFunction<Behaviour> measure, List<Behaviour> users) {
        double[] values = users.stream().mapToDouble(measure).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%-20s %-32s %7s %8.3f %8.3f %8.3f",
                profile,
                name,
                kept,
                values[values.length / 20],
                Behaviour.median(values),
                values[values.length - 1 - values.length / 20]);
    }
}
