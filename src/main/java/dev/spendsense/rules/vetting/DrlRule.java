package dev.spendsense.rules.vetting;

import java.util.List;
import java.util.Optional;

/**
 * A rule as it stands in its file.
 *
 * @param name what it is called
 * @param line where it begins
 * @param group its ruleflow group, if it has one
 * @param conditions words between {@code when} and {@code then}
 * @param consequence words between {@code then} and {@code end}
 */
record DrlRule(
        String name, int line, Optional<DrlToken> group, List<DrlToken> conditions, List<DrlToken> consequence) {}
