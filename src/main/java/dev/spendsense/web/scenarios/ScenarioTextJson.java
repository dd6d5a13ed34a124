package dev.spendsense.web.scenarios;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/**
 * A scenario with its texts.
 *
 * @param files texts by path: the scenario, what it extends, its catalog
 */
record ScenarioTextJson(@JsonUnwrapped ScenarioJson scenario, Map<String, String> files) {}
