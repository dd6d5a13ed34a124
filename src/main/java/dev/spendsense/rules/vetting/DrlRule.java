package dev.spendsense.rules.vetting;

import java.util.List;
import java.util.Optional;

/**
 * A rule as it stands in its file.
 *
 * @param name what it is called
 * @param line where it begins
 * @param group its ruleflow group, if it has one
 * @param tags names of its tags
 * @param conditions words between {@code when} and {@code then}
 * @param consequence words between {@code then} and {@code end}
 * @param whole whether no keyword is missing, so that the parts are what they seem to be
 */
public record DrlRule(
        String name,
        int line,
        Optional<DrlToken> group,
        List<DrlToken> tags,
        List<DrlToken> conditions,
        List<DrlToken> consequence,
        boolean whole) {}
