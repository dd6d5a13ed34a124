package dev.spendsense.workbench.doc;

import dev.spendsense.text.Markup;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which file holds the page of a word; names that differ stay apart on every file system. */
final class Addresses {

    private static final int LONGEST = 80;

    private final Map<Word, String> pages = new HashMap<>();

    Addresses(Collection<Word> words) {
        Set<String> taken = new HashSet<>();
        for (Word word : words) {
            String slug = word.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.]+", "-");
            String stem = word.sort().folder() + "/" + slug.substring(0, Math.min(LONGEST, slug.length()));
            String page = stem + ".html";
            for (int i = 2; !taken.add(page); i++) {
                page = stem + "--" + i + ".html";
            }
            pages.put(word, page);
        }
    }

    boolean has(Word word) {
        return pages.containsKey(word);
    }

    /** Path from the index. */
    String of(Word word) {
        return pages.get(word);
    }

    /** Path from a page that is one folder down. */
    String fromPage(Word word) {
        return "../" + of(word);
    }

    /** The name as a link from a page to another one. */
    String link(Word word) {
        String name = "<code>" + Markup.text(word.name()) + "</code>";
        return has(word) ? "<a href=\"" + fromPage(word) + "\">" + name + "</a>" : name;
    }
}
