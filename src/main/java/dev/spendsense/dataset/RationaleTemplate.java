package dev.spendsense.dataset;

import dev.spendsense.findings.Binding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
            template = replace(template, binding.text(), placeholder(binding));
        }
        if (fill(template, bindings).equals(rationale)) {
            return template;
        }
        if (fill(rationale, bindings).equals(rationale)) {
            return rationale;
        }
        throw new IllegalArgumentException("its rationale has braces of its own: " + rationale);
    }

    /** Not within a longer word or number, which would only happen to contain it. */
    private static String replace(String template, String text, String placeholder) {
        int at = text.isEmpty() ? -1 : template.indexOf(text);
        if (at < 0) {
            return template;
        }
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (at >= 0) {
            int end = at + text.length();
            boolean whole = (at == 0 || !belongs(template.charAt(at - 1), "{.,"))
                    && (end == template.length() || !belongs(template.charAt(end), "}%"));
            replaced.append(template, from, at).append(whole ? placeholder : text);
            from = end;
            at = template.indexOf(text, from);
        }
        return replaced.append(template, from, template.length()).toString();
    }

    private static boolean belongs(char neighbor, String more) {
        return Character.isLetterOrDigit(neighbor) || more.indexOf(neighbor) >= 0;
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
