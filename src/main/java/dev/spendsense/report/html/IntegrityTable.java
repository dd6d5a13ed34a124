package dev.spendsense.report.html;

import dev.spendsense.dataset.Books;
import dev.spendsense.report.integrity.Integrity;

/** What was added up again, and by how much it is off. */
final class IntegrityTable {

    private final Integrity integrity;

    IntegrityTable(Integrity integrity) {
        this.integrity = integrity;
    }

    Element element() {
        Books books = integrity.books();
        Element head = Element.of("tr", Element.of("th", "Added up again").with("scope", "col"));
        for (String name : new String[] {"How many", "Off", "Cents off"}) {
            head.add(Element.styled("th", "number", name).with("scope", "col"));
        }
        Element body = Element.of(
                "tbody",
                row("Account balances", books.accounts(), Numerals.count(books.accountsOff()), books.balanceCentsOff()),
                row(
                        "Card statements",
                        books.statements(),
                        Numerals.count(books.statementsOff()),
                        books.statementCentsOff()),
                row(
                        "What cards owe",
                        books.liabilities(),
                        Numerals.count(books.liabilitiesOff()),
                        books.liabilityCentsOff()),
                row("Days with transfers", books.transferDays(), "", books.transferCentsOff()));
        boolean right = integrity.centsOff() == 0;
        return Element.fragment(
                Element.of(
                        "p",
                        Verdicts.of(right, "balanced", "off"),
                        right
                                ? ": every figure is what the postings add up to, to the cent."
                                : ": the books are off by " + Numerals.counted(integrity.centsOff(), "cent", "cents")
                                        + " in all."),
                Element.styled("div", "scroll", Element.styled("table", "plain", Element.of("thead", head), body)));
    }

    private static Element row(String what, long many, String off, long cents) {
        return Element.of(
                "tr",
                Element.of("th", what).with("scope", "row"),
                Element.styled("td", "number", Numerals.count(many)),
                Element.styled("td", "number", off),
                Element.styled("td", "number", Numerals.count(cents)));
    }
}
