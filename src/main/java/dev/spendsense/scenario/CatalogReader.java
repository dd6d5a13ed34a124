package dev.spendsense.scenario;

import static dev.spendsense.scenario.ScenarioForms.range;
import static dev.spendsense.yaml.Form.count;
import static dev.spendsense.yaml.Form.money;
import static dev.spendsense.yaml.Form.number;
import static dev.spendsense.yaml.Form.share;

import dev.spendsense.scenario.PurchaseKind.PriceEnding;
import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.Yaml.Block;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.YamlFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the four files of a catalog. They may lie in several folders, each over the ones before it. */
final class CatalogReader {

    /** What holds for a kind that does not say how loyal its customers are. */
    private static final double USUAL_LOYALTY = 0.45;

    private static final int ANY_NUMBER = 1_000;

    private static final List<Double> EVERY_DAY_ALIKE = Collections.nCopies(7, 1.0);
    private static final int LAST_SAFE_DAY = 28;

    private static final String PURCHASES = "/purchases.yaml";
    private static final String BILLS = "/bills.yaml";
    private static final String SUBSCRIPTIONS = "/subscriptions.yaml";
    private static final String PEOPLE = "/people.yaml";

    private final Documents documents;
    private final Faults faults;

    CatalogReader(Documents documents, Faults faults) {
        this.documents = documents;
        this.faults = faults;
    }

    /**
     * The world that folders describe, whatever in it had to be replaced after a fault.
     *
     * @param folders paths relative to the scenario's folder; the first one has all files, the others only those whose
     *     fields they put over it
     * @param namedAt where the scenario names them
     * @return empty when a file could not be opened
     */
    Optional<World> read(List<String> folders, Place namedAt) {
        refuseEmpty(folders.subList(1, folders.size()), namedAt);
        Optional<YamlFields> purchaseFile = open(folders, PURCHASES, namedAt);
        Optional<YamlFields> billFile = open(folders, BILLS, namedAt);
        Optional<YamlFields> subscriptionFile = open(folders, SUBSCRIPTIONS, namedAt);
        Optional<YamlFields> peopleFile = open(folders, PEOPLE, namedAt);

        Optional<List<PurchaseKind>> purchases = purchaseFile.map(this::purchases);
        Optional<List<Bill>> bills = billFile.map(this::bills);
        Optional<List<Subscription>> subscriptions =
                subscriptionFile.map(file -> subscriptions(file, purchases.map(CatalogReader::merchants)));
        if (peopleFile.isEmpty()) {
            return Optional.empty();
        }
        YamlFields names = peopleFile.get();
        List<String> employers = names.list("employers", Form.text());
        List<String> clients = names.list("clients", Form.text());
        List<String> cardNames = names.list("card_names", Form.text());
        Optional<YamlFields> localNames = names.has("local") ? Optional.of(names.block("local")) : Optional.empty();
        People people = people(names);
        Map<String, Set<String>> local = localNames
                .map(fields -> local(fields, people.regions().options()))
                .orElse(Map.of());
        if (purchases.isEmpty() || bills.isEmpty() || subscriptions.isEmpty()) {
            return Optional.empty();
        }
        Catalog catalog =
                new Catalog(purchases.get(), bills.get(), subscriptions.get(), employers, clients, cardNames, local);
        return Optional.of(new World(catalog, people));
    }

    private void refuseEmpty(List<String> laidOver, Place namedAt) {
        for (String folder : laidOver) {
            if (Stream.of(PURCHASES, BILLS, SUBSCRIPTIONS, PEOPLE).noneMatch(file -> documents.has(folder + file))) {
                faults.add(namedAt, folder, "a folder with at least one file of a catalog");
            }
        }
    }

    private Optional<YamlFields> open(List<String> folders, String file, Place namedAt) {
        Optional<Block> whole = documents.open(folders.get(0) + file, namedAt);
        for (String folder : folders.subList(1, folders.size())) {
            if (whole.isPresent() && documents.has(folder + file)) {
                Block lower = whole.get();
                whole = documents.open(folder + file, namedAt).map(upper -> Overlay.merge(lower, upper));
            }
        }
        return whole.map(block -> YamlFields.of(block, faults));
    }

    private List<PurchaseKind> purchases(YamlFields file) {
        int before = faults.reports();
        List<PurchaseKind> kinds = new ArrayList<>();
        file.blocks(Form.name()).forEach((name, fields) -> kinds.add(purchase(name, fields)));
        if (faults.reports() == before && kinds.stream().allMatch(kind -> kind.weight() == 0)) {
            file.rejectAll("nothing to buy", "at least one kind of purchase with a weight above 0");
        }
        return List.copyOf(kinds);
    }

    private PurchaseKind purchase(String name, YamlFields fields) {
        PurchaseKind kind = new PurchaseKind(
                name,
                fields.get("category", Form.spending()),
                fields.get("price", range(money(0.01, 100_000))),
                fields.get("weight", number(0, 1_000_000)),
                fields.has("weekdays") ? fields.list("weekdays", 7, number(0, 100)) : EVERY_DAY_ALIKE,
                fields.get("hours", range(count(0, 23))),
                fields.has("endings") ? endings(fields) : List.of(),
                fields.get("online", share(), 0.0),
                fields.get("refunded", share(), 0.0),
                fields.get("foreign", Form.flag(), false),
                Weighted.of(fields.weights("merchants", Form.text())),
                fields.has("sites") ? Set.copyOf(fields.list("sites", Form.text())) : Set.of(),
                fields.get("most_a_day", count(1, ANY_NUMBER), ANY_NUMBER),
                fields.get("loyalty", share(), USUAL_LOYALTY),
                fields.get("discretionary", Form.flag(), false));
        if (!kind.merchants().options().containsAll(kind.sites())) {
            fields.reject("sites", "names from merchants");
        }
        if (kind.weekdays().stream().allMatch(factor -> factor == 0)) {
            fields.reject("weekdays", "a factor above 0 for at least one day");
        }
        fields.end();
        return kind;
    }

    private List<PriceEnding> endings(YamlFields fields) {
        if (fields.block("endings").isEmpty()) {
            return List.of();
        }
        Weighted<Integer> endings = Weighted.of(fields.weights("endings", count(0, 99)));
        List<PriceEnding> result = new ArrayList<>();
        for (int i = 0; i < endings.options().size(); i++) {
            result.add(
                    new PriceEnding(endings.options().get(i), endings.weights().get(i)));
        }
        return List.copyOf(result);
    }

    private List<Bill> bills(YamlFields file) {
        int before = faults.reports();
        List<Bill> bills = new ArrayList<>();
        file.blocks(Form.name()).forEach((name, fields) -> bills.add(bill(name, fields)));
        if (faults.reports() == before && bills.stream().noneMatch(bill -> bill.housing() && bill.heldBy() > 0)) {
            file.rejectAll("no housing", "at least one bill with housing: true and held_by above 0");
        }
        return List.copyOf(bills);
    }

    private static Bill bill(String name, YamlFields fields) {
        boolean housing = fields.get("housing", Form.flag(), false);
        Form<Range> amount = range(money(0.01, 1_000_000));
        Bill bill = new Bill(
                name,
                fields.get("category", Form.spending()),
                housing,
                housing ? fields.get("amount", amount, new Range(0, 0)) : fields.get("amount", amount),
                fields.get("varies", share(), 0.0),
                fields.get("held_by", share()),
                fields.get("day", range(count(1, LAST_SAFE_DAY))),
                Weighted.of(fields.weights("payees", Form.text())));
        fields.end();
        return bill;
    }

    /** @param merchants who sells anything; empty when that is not known */
    private List<Subscription> subscriptions(YamlFields file, Optional<Set<String>> merchants) {
        Form<String> companion =
                merchants.filter(known -> !known.isEmpty()).map(Form::known).orElse(Form.text());
        List<Subscription> subscriptions = new ArrayList<>();
        file.blocks(Form.text()).forEach((merchant, fields) -> {
            subscriptions.add(new Subscription(
                    merchant,
                    fields.get("price", money(0.01, 10_000)),
                    fields.get("kind", Form.name()),
                    fields.get("category", Form.spending()),
                    fields.has("companion") ? Optional.of(fields.get("companion", companion)) : Optional.empty(),
                    fields.get("weight", Form.aboveZero(1_000_000))));
            fields.end();
        });
        return List.copyOf(subscriptions);
    }

    private static Set<String> merchants(List<PurchaseKind> kinds) {
        Set<String> merchants = new TreeSet<>();
        kinds.forEach(kind -> merchants.addAll(kind.merchants().options()));
        return merchants;
    }

    private static Map<String, Set<String>> local(YamlFields fields, List<String> regions) {
        Map<String, Set<String>> local = new HashMap<>();
        for (String region : regions) {
            if (fields.has(region)) {
                local.put(region, Set.copyOf(fields.list(region, Form.text())));
            }
        }
        fields.end();
        return Map.copyOf(local);
    }

    private static People people(YamlFields fields) {
        People people = new People(
                Weighted.of(fields.weights("ages", ScenarioForms.ageBand())),
                Weighted.of(fields.weights("regions", Form.text())),
                fields.list("given_names", Form.text()),
                fields.list("family_names", Form.text()));
        fields.end();
        return people;
    }
}
