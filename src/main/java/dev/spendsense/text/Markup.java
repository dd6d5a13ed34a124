package dev.spendsense.text;

import java.util.regex.Pattern;

/** Text as it stands in HTML. */
public final class Markup {

    /** Neither HTML nor XML can say these, however they are written. */
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}");

    private static final String REPLACEMENT = "\uFFFD";

    private Markup() {}

    /** The text with everything escaped that HTML would read as its own, in content and in quoted attributes. */
    public static String text(Object value) {
        return UNSPEAKABLE
                .matcher(value.toString())
                .replaceAll(REPLACEMENT)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
