package dev.spendsense.twin;

/** Text as it stands in HTML. */
final class Markup {

    private Markup() {}

    /** The text with everything escaped that HTML would read as its own, in content and in quoted attributes. */
    static String text(Object value) {
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
