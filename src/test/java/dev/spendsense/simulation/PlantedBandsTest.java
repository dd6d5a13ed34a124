package dev.spendsense.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each profile promises is there in what its users did, for at least 95% of them over many seeds and end dates. */
class PlantedBandsTest {

    private static final int SEEDS = 12;
    private static final int USERS = 240;

    @Test
    void every_profile_keeps_its_promises() {
        Map<String, List<Behaviour>> behaviours = new LinkedHashMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Scenario scenario = Shipped.fullDataset(
                    "seed=" + (1_000 + seed),
                    "users=" + USERS,
                    "period.end=2026-0" + (1 + seed % 9) + "-1" + seed % 10);
            Promises.lived(scenario, 180)
                    .forEach((profile, users) -> behaviours
                            .computeIfAbsent(profile, name -> new ArrayList<>())
                            .addAll(users));
        }
        assertThat(Promises.of(behaviours).values().stream().filter(kept -> !kept.fine()))
                .isEmpty();
    }
}
