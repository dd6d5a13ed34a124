package dev.spendsense.report.html;

import dev.spendsense.text.Markup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An element of HTML or SVG with what is in it. Whatever is no element is text, and is escaped. */
public final class Element {

    private static final Set<String> NEVER_CLOSED = Set.of("br", "meta");
    private static final Set<String> ENDS_A_LINE = Set.of(
            "p", "div", "li", "ul", "tr", "table", "svg", "figure", "figcaption", "article", "section", "details");

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final List<Object> content = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    public static Element of(String name, Object... content) {
        return new Element(name).add(content);
    }

    /** An element with a class of the style sheet. */
    public static Element styled(String name, String style, Object... content) {
        return new Element(name).with("class", style).add(content);
    }

    /** Content with nothing around it. */
    public static Element fragment(Object... content) {
        return new Element("").add(content);
    }

    /** Numbers are written with at most two decimals. */
    public Element with(String attribute, Object value) {
        String text = value instanceof Double number ? decimal(number) : Markup.text(value);
        attributes.append(' ').append(attribute).append("=\"").append(text).append('"');
        return this;
    }

    public Element add(Object... more) {
        content.addAll(List.of(more));
        return this;
    }

    public Element addAll(Collection<Element> more) {
        content.addAll(more);
        return this;
    }

    private static String decimal(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceFirst("\\.?0+$", "");
    }

    private void write(StringBuilder html) {
        if (!name.isEmpty()) {
            html.append('<').append(name).append(attributes).append(NEVER_CLOSED.contains(name) ? "/>" : ">");
        }
        for (Object one : content) {
            if (one instanceof Element element) {
                element.write(html);
            } else {
                html.append(Markup.text(one));
            }
        }
        if (!name.isEmpty() && !NEVER_CLOSED.contains(name)) {
            html.append("</").append(name).append('>');
        }
        if (ENDS_A_LINE.contains(name)) {
            html.append('\n');
        }
    }

    /** As it stands in a page. */
    @Override
    public String toString() {
        StringBuilder html = new StringBuilder();
        write(html);
        return html.toString();
    }
}
