package dev.spendsense.workbench.golden;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shipped rules conclude about known people what was accepted; who does not like it, accepts something else. */
class ShippedGoldenTest {

    private static final int USERS_TOLD = 10;
    private static final Path RULES = Path.of("rules");

    static final Population SHIPPED = (name, seed) ->
            ScenarioReader.read(ScenarioSource.load(Path.of("scenarios", name + ".yaml"), List.of("seed=" + seed)));

    @TestFactory
    Stream<DynamicTest> what_is_concluded_was_accepted() {
        RuleBase rules = RuleBase.load(RULES);
        return GoldenFile.of(RULES).stream()
                .map(file -> dynamicTest(file.path().toString(), () -> compare(file, rules)));
    }

    private static void compare(GoldenFile file, RuleBase rules) {
        GoldenChanges changes = file.compare(rules, SHIPPED);
        if (!changes.none()) {
            List<String> lines = new ArrayList<>(changes.summary());
            lines.addAll(changes.diff(USERS_TOLD));
            lines.add("./spendsense rules golden shows all, ./spendsense rules golden --accept accepts it");
            fail(String.join("\n", lines));
        }
    }
}
