package dev.spendsense.workbench.doc;

import dev.spendsense.text.Markup;
import java.util.Collection;

/** One page of HTML. What is called html is markup already; everything else is escaped. */
final class Page {

    private final StringBuilder html = new StringBuilder();

    /** @param up path to the folder of the catalogue, for example {@code ../} */
    Page(String title, String up) {
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
                + Markup.text(title) + "</title>\n<link rel=\"stylesheet\" href=\"" + up
                + "catalogue.css\">\n</head>\n<body>\n");
    }

    void html(String markup) {
        html.append(markup).append('\n');
    }

    void heading(String text) {
        html("<h2>" + Markup.text(text) + "</h2>");
    }

    void paragraph(String text) {
        html("<p>" + Markup.text(text) + "</p>");
    }

    /** A list, with a heading; nothing when there are no items. */
    void list(String heading, Collection<String> itemsHtml) {
        if (!itemsHtml.isEmpty()) {
            heading(heading);
            html("<ul>");
            itemsHtml.forEach(item -> html("<li>" + item + "</li>"));
            html("</ul>");
        }
    }

    void term(String name, String valueHtml) {
        html("<div><dt>" + Markup.text(name) + "</dt><dd>" + valueHtml + "</dd></div>");
    }

    String end() {
        return html + "</body>\n</html>\n";
    }
}
