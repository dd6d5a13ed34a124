package dev.spendsense.scenario;

import static dev.spendsense.yaml.Form.aboveZero;
import static dev.spendsense.yaml.Form.number;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.measure.CategorySet;
import dev.spendsense.scenario.RealismMeasure.Instrument;
import dev.spendsense.scenario.RealismMeasure.PaymentShare;
import dev.spendsense.scenario.RealismMeasure.PaymentsAMonth;
import dev.spendsense.scenario.RealismMeasure.RevolvingShare;
import dev.spendsense.scenario.RealismMeasure.SpendingShare;
import dev.spendsense.scenario.RealismMeasure.UtilizationPercentile;
import dev.spendsense.scenario.RealismTarget.Tolerance;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.YamlFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a population is held to. */
final class RealismReader {

    private static final double LARGEST = 1_000_000_000;
    private static final String CATEGORIES = "categories";
    private static final String LEAVING_OUT = "leaving_out";
    private static final String INSTRUMENT = "instrument";
    private static final String PERCENTILE = "percentile";

    private RealismReader() {}

    /** The targets in the order of the file; none where the scenario declares none. */
    static List<RealismTarget> read(YamlFields root) {
        if (!root.has("realism")) {
            return List.of();
        }
        List<RealismTarget> targets = new ArrayList<>();
        root.block("realism").blocks(Form.name()).forEach((name, fields) -> targets.add(target(name, fields)));
        return List.copyOf(targets);
    }

    private static RealismTarget target(String name, YamlFields fields) {
        RealismTarget target = new RealismTarget(
                name,
                measure(fields),
                fields.get("published", number(0, LARGEST)),
                fields.get("target", aboveZero(LARGEST)),
                tolerance(fields.block("tolerance")),
                fields.get("source", Form.prose()),
                fields.get("mapping", Form.prose()));
        fields.end();
        return target;
    }

    private static RealismMeasure measure(YamlFields fields) {
        String name = fields.get(
                "measure",
                Form.known(List.of(
                        SpendingShare.NAME,
                        PaymentsAMonth.NAME,
                        PaymentShare.NAME,
                        RevolvingShare.NAME,
                        UtilizationPercentile.NAME)));
        refuseOthers(fields, name);
        return switch (name) {
            case PaymentsAMonth.NAME -> new PaymentsAMonth();
            case PaymentShare.NAME -> new PaymentShare(fields.get(INSTRUMENT, Form.choice(Instrument.class)));
            case RevolvingShare.NAME -> new RevolvingShare();
            case UtilizationPercentile.NAME -> new UtilizationPercentile(fields.get(PERCENTILE, number(0, 100)));
            default -> spendingShare(fields);
        };
    }

    private static RealismMeasure spendingShare(YamlFields fields) {
        Set<Category> counted = members(fields.list(CATEGORIES, spending()));
        Set<Category> leftOut = fields.has(LEAVING_OUT) ? members(fields.list(LEAVING_OUT, spending())) : Set.of();
        if (leftOut.stream().anyMatch(counted::contains)) {
            fields.reject(LEAVING_OUT, "categories that are not counted under " + CATEGORIES);
        }
        return new SpendingShare(counted, leftOut);
    }

    /** Fields that say more about one measure have no meaning with another. */
    private static void refuseOthers(YamlFields fields, String measure) {
        Map<String, Set<String>> measures = new LinkedHashMap<>();
        measures.put(CATEGORIES, Set.of(SpendingShare.NAME));
        measures.put(LEAVING_OUT, Set.of(SpendingShare.NAME));
        measures.put(INSTRUMENT, Set.of(PaymentShare.NAME));
        measures.put(PERCENTILE, Set.of(UtilizationPercentile.NAME));
        measures.forEach((key, fitting) -> {
            if (fields.has(key) && !fitting.contains(measure)) {
                fields.reject(key, "no such field with " + measure);
            }
        });
    }

    private static Tolerance tolerance(YamlFields fields) {
        boolean relative = fields.has("relative");
        boolean absolute = fields.has("absolute");
        if (relative == absolute && !fields.isPartial()) {
            fields.rejectAll(relative ? "both" : "neither", "either relative, a share of the target, or absolute");
        }
        Tolerance tolerance = relative
                ? new Tolerance(fields.get("relative", aboveZero(1)), true)
                : new Tolerance(fields.get("absolute", aboveZero(LARGEST), 1.0), false);
        fields.end();
        return tolerance;
    }

    /** A category that money is spent in, or a group with such. */
    private static Form<CategorySet> spending() {
        Map<String, CategorySet> known = new LinkedHashMap<>();
        CategorySet.standard().forEach((name, set) -> {
            CategorySet spent = set.within(CategorySet.SPENDING);
            if (set != CategorySet.SPENDING && !spent.categories().isEmpty()) {
                known.put(name, spent);
            }
        });
        return Form.oneOf(known);
    }

    private static Set<Category> members(List<CategorySet> sets) {
        Set<Category> members = EnumSet.noneOf(Category.class);
        sets.forEach(set -> members.addAll(set.categories()));
        return members;
    }
}
