package dev.spendsense.scenario;

import static dev.spendsense.yaml.Form.count;
import static dev.spendsense.yaml.Form.share;

import dev.spendsense.yaml.YamlFields;
import java.util.List;

/** Reads what a dataset has to reach. What a scenario does not say is as the guide to the full dataset has it. */
final class ChecksReader {

    private static final int MOST = 1_000_000;

    private ChecksReader() {}

    static Checks read(YamlFields root, List<Profile> population) {
        double users = population.stream().mapToInt(Profile::users).sum();
        Checks usual = new Checks(new Range(users, users), 1, 1, 3, 1, 5, 1, 100, 3, 5, 30);
        if (!root.has("checks")) {
            return usual;
        }
        YamlFields fields = root.block("checks");
        Checks checks = new Checks(
                fields.get("users", ScenarioForms.tally(), usual.users()),
                fields.get("consent", share(), usual.consent()),
                fields.get("coverage", share(), usual.coverage()),
                fields.get("behaviors", count(0, MOST), usual.behaviors()),
                fields.get("rationales", share(), usual.rationales()),
                fields.get("personas", count(0, MOST), usual.personas()),
                fields.get("signal_types", share(), usual.signalTypes()),
                fields.get("transactions_above", count(0, MOST), usual.transactionsAbove()),
                fields.get("account_types", count(0, MOST), usual.accountTypes()),
                fields.get("contents", count(0, MOST), usual.contents()),
                fields.get("fresh_days", count(1, ScenarioReader.MOST_DAYS), usual.freshDays()));
        fields.end();
        return checks;
    }
}
