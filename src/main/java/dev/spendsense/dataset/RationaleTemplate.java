package dev.spendsense.dataset;

import dev.spendsense.findings.Binding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rationales are stored as what all customers share, with placeholders in braces, and as the customer's own bindings.
 * The view {@code recommendations} fills them in the same way as {@link #fill}.
 */
final class RationaleTemplate {

    private RationaleTemplate() {}

    /**
     * A text that {@link #fill} turns into the rationale again.
     *
     * @throws IllegalArgumentException when there is none, because the rationale has braces of its own
     */
    static String of(String rationale, List<Binding> bindings) {
        List<Binding> longestFirst = new ArrayList<>(bindings);
        longestFirst.sort(
                Comparator.comparingInt((Binding binding) -> binding.text().length())
                        .reversed());
        String template = rationale;
        for (Binding binding : longestFirst) {
            if (!binding.text().isEmpty()) {
                // Not within a longer word or number, which would only happen to contain it.
                Pattern whole =
                        Pattern.compile("(?<![\\p{Alnum}.,{])" + Pattern.quote(binding.text()) + "(?![\\p{Alnum}}%])");
                template = whole.matcher(template).replaceAll(Matcher.quoteReplacement(placeholder(binding)));
            }
        }
        if (fill(template, bindings).equals(rationale)) {
            return template;
        }
        if (fill(rationale, bindings).equals(rationale)) {
            return rationale;
        }
        throw new IllegalArgumentException("its rationale has braces of its own: " + rationale);
    }

    static String fill(String template, List<Binding> bindings) {
        String text = template;
        for (Binding binding : bindings) {
            text = text.replace(placeholder(binding), binding.text());
        }
        return text;
    }

    private static String placeholder(Binding binding) {
        return "{" + binding.name() + "}";
    }
}
