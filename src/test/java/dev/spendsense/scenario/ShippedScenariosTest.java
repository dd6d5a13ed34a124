package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.yaml.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The scenarios, the catalog and the schema that come with the product. */
class ShippedScenariosTest {

    private static final Path FOLDER = Path.of("scenarios");
    private static final String NO_SUCH_KEY = "qqqqqqqqqqqq";

    private final Scenario full = shipped("full-dataset.yaml");

    private static Scenario shipped(String file) {
        return ScenarioReader.read(ScenarioSource.load(FOLDER.resolve(file), List.of()));
    }

    @Test
    void the_full_dataset_has_six_profiles_and_95_users() {
        assertThat(full.population().stream().collect(Collectors.toMap(Profile::name, Profile::users)))
                .isEqualTo(Map.of(
                        "high_utilization", 20,
                        "variable_income", 15,
                        "subscription_heavy", 15,
                        "savings_builder", 20,
                        "overspender", 15,
                        "balanced", 10));
        assertThat(full.expected().get("users").contains(full.users())).isTrue();
    }

    @Test
    void the_demo_has_one_user_of_every_profile_of_the_full_dataset() {
        Scenario demo = shipped("demo.yaml");
        assertThat(demo.population())
                .extracting(Profile::name)
                .isEqualTo(full.population().stream().map(Profile::name).toList());
        assertThat(demo.population()).extracting(Profile::users).containsOnly(1);
        assertThat(demo.expected().get("users").contains(demo.users())).isTrue();
    }

    @Test
    void the_named_subscriptions_have_their_prices() {
        Map<String, Subscription> subscriptions = full.catalog().subscriptions().stream()
                .collect(Collectors.toMap(Subscription::merchant, subscription -> subscription));
        assertThat(subscriptions.get("Netflix").price()).isEqualTo(1_599);
        assertThat(subscriptions.get("Spotify").price()).isEqualTo(1_099);
        assertThat(subscriptions.get("Amazon Prime").price()).isEqualTo(1_499);
        assertThat(subscriptions.get("Amazon Prime").companion()).contains("Amazon");
        assertThat(subscriptions.get("Adobe Creative Cloud").price()).isEqualTo(5_299);
        assertThat(subscriptions).hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void a_subscription_has_a_name_of_its_own_on_the_statement() {
        Set<String> shops = full.catalog().purchases().stream()
                .flatMap(kind -> kind.merchants().options().stream())
                .collect(Collectors.toSet());
        assertThat(full.catalog().subscriptions())
                .extracting(Subscription::merchant)
                .doesNotContainAnyElementsOf(shops);
    }

    @Test
    void four_to_twelve_subscriptions_can_cost_any_sum_from_100_to_400_dollars() {
        List<Long> prices = full.catalog().subscriptions().stream()
                .map(Subscription::price)
                .sorted()
                .toList();
        assertThat(prices.get(0)).isGreaterThanOrEqualTo(299);
        assertThat(prices.get(prices.size() - 1)).isLessThanOrEqualTo(7_999);
        boolean[][] reached = new boolean[13][40_001];
        reached[0][0] = true;
        for (long price : prices) {
            for (int count = 12; count > 0; count--) {
                for (int sum = 40_000; sum >= price; sum--) {
                    reached[count][sum] |= reached[count - 1][(int) (sum - price)];
                }
            }
        }
        for (int wanted = 10_000; wanted <= 40_000; wanted += 100) {
            int target = wanted;
            assertThat(java.util.stream.IntStream.rangeClosed(Math.max(0, target - 200), Math.min(40_000, target + 200))
                            .anyMatch(sum -> reached[6][sum] || reached[9][sum] || reached[12][sum]))
                    .as("about %d cents", target)
                    .isTrue();
        }
    }

    @Test
    void the_asked_for_price_ranges_are_those_of_the_catalog() {
        Map<String, Range> prices =
                full.catalog().purchases().stream().collect(Collectors.toMap(PurchaseKind::name, PurchaseKind::price));
        assertThat(prices.get("groceries")).isEqualTo(new Range(2_500, 15_000));
        assertThat(prices.get("restaurants")).isEqualTo(new Range(1_200, 6_000));
        assertThat(prices.get("gas")).isEqualTo(new Range(3_000, 7_000));
        assertThat(prices.get("electronics")).isEqualTo(new Range(2_000, 30_000));
    }

    @Test
    void a_purchase_costs_about_thirty_dollars_and_often_less_than_twelve() {
        double weights = 0;
        double spent = 0;
        double small = 0;
        for (PurchaseKind kind : full.catalog().purchases()) {
            double low = StrictMath.log(kind.price().low() / 100);
            double high = StrictMath.log(kind.price().high() / 100);
            double spread = (high - low) / (2 * 1.6449);
            weights += kind.weight();
            spent += kind.weight() * StrictMath.exp((low + high) / 2 + spread * spread / 2);
            small += kind.weight() * shareBelow((StrictMath.log(12) - (low + high) / 2) / spread);
        }
        assertThat(spent / weights).isBetween(27.0, 32.0);
        assertThat(small / weights).isBetween(0.42, 0.50);
    }

    /** The logistic curve that comes within 0.01 of the normal distribution. */
    private static double shareBelow(double deviations) {
        return 1 / (1 + StrictMath.exp(-1.702 * deviations));
    }

    @Test
    void there_are_names_enough() {
        assertThat(full.people().givenNames()).hasSizeGreaterThanOrEqualTo(120);
        assertThat(full.people().familyNames()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(full.catalog().purchases())
                .allSatisfy(kind ->
                        assertThat(kind.merchants().options()).as(kind.name()).hasSizeBetween(6, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"full-dataset.yaml", "demo.yaml", "us-households.yaml", "edge-cases.yaml"})
    void editors_find_the_schema(String file) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(file)))
                .startsWith("# yaml-language-server: $schema=scenario.schema.json\n");
    }

    @Test
    void the_schema_knows_the_same_keys_as_the_reader() throws IOException {
        Map<?, ?> schema = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(FOLDER.resolve("scenario.schema.json")));
        Set<String> compared = new HashSet<>();
        compare(schema, schema, "", compared);
        assertThat(compared)
                .contains("", "period", "bank.cards", "defaults.income", "population.steady.cards.payment", "expect")
                .contains("realism.steady", "realism.steady.tolerance")
                .contains("events.steady", "events.steady.changes.income", "events.steady.flows.steady.pays");
    }

    private static void compare(Map<?, ?> schema, Map<?, ?> node, String path, Set<String> compared) {
        if (node.get("$ref") instanceof String ref && ref.startsWith("#/$defs/")) {
            Map<?, ?> definitions = (Map<?, ?>) schema.get("$defs");
            compare(schema, (Map<?, ?>) definitions.get(ref.substring("#/$defs/".length())), path, compared);
        } else if (path.endsWith(".events")) {
            assertThat(node.get("additionalProperties")).isNotNull();
        } else if (node.get("properties") instanceof Map<?, ?> properties) {
            assertThat(properties.keySet()).as("properties of \"%s\"", path).isEqualTo(keysKnownToTheReader(path));
            compared.add(path);
            properties.forEach((key, inner) ->
                    compare(schema, (Map<?, ?>) inner, path.isEmpty() ? (String) key : path + "." + key, compared));
        } else if (Set.of("population", "events", "events.steady.flows", "realism")
                .contains(path)) {
            compare(schema, (Map<?, ?>) node.get("additionalProperties"), path + ".steady", compared);
        }
    }

    /** The reader lists its keys when it is asked for one that is like none of them. */
    private static Set<Object> keysKnownToTheReader(String path) {
        String key = path.isEmpty() ? NO_SUCH_KEY : path + "." + NO_SUCH_KEY;
        String listed = new SmallScenario()
                .set(key + "=1").faults().stream()
                        .filter(fault -> fault.field().equals(key))
                        .map(Fault::expected)
                        .findFirst()
                        .orElse("");
        if (path.endsWith(".cards.count")) {
            return Set.of("0", "1", "2", "3");
        }
        return Arrays.stream(listed.replaceFirst("^one of ", "").split(", ")).collect(Collectors.toSet());
    }
}
