package dev.spendsense.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with slots, written <code>{{name}}</code>. Every slot must be filled, and nothing else can be. */
final class Template {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final String page;
    private final Map<String, String> filled = new TreeMap<>();

    private Template(String page) {
        this.page = page;
    }

    static Template named(String resource) {
        return new Template(resource(resource));
    }

    static String resource(String name) {
        try (InputStream stream = Template.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Template fill(String slot, Element content) {
        return fill(slot, content.toString());
    }

    /** @param markup stands as it is */
    Template fill(String slot, String markup) {
        if (!page.contains("{{" + slot + "}}")) {
            throw new IllegalArgumentException("no slot " + slot);
        }
        filled.put(slot, markup);
        return this;
    }

    String html() {
        StringBuilder html = new StringBuilder();
        Matcher slots = SLOT.matcher(page);
        while (slots.find()) {
            String content = filled.get(slots.group(1));
            if (content == null) {
                throw new IllegalStateException("nothing in slot " + slots.group(1));
            }
            slots.appendReplacement(html, Matcher.quoteReplacement(content));
        }
        return slots.appendTail(html).toString();
    }
}
