package dev.spendsense.web.runs;

import dev.spendsense.queue.RunRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An order of a run as clients write it.
 *
 * @param scenario name of a scenario
 * @param overrides fields to replace; values as in the file, lists and blocks as JSON
 * @param dataset name of the dataset to make
 * @param replace whether an older one of that name may go
 */
record PostedRun(String scenario, Map<String, JsonNode> overrides, String dataset, Boolean replace) {

    RunRequest request(String requester, Optional<String> key) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (overrides != null) {
            overrides.forEach((field, value) -> settings.put(field, text(value)));
        }
        return new RunRequest(
                scenario == null ? "" : scenario,
                Optional.empty(),
                settings,
                Optional.ofNullable(dataset),
                Boolean.TRUE.equals(replace),
                requester,
                key);
    }

    /** JSON is YAML on one line; a text is written without quotes, as one would in the file. */
    private static String text(JsonNode value) {
        return value == null ? "null" : value.isString() ? value.stringValue() : value.toString();
    }
}
