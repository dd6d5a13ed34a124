package dev.spendsense.report.html;

import dev.spendsense.report.fairness.Attribute;
import dev.spendsense.report.fairness.GroupComparison;
import dev.spendsense.report.fairness.GroupRate;
import dev.spendsense.report.fairness.Verdict;
import java.util.List;

/** Every comparison of an attribute: the share of each group that was given what was planted, by what that is. */
final class FairnessTable {

    private final Attribute attribute;
    private final Titles titles;

    FairnessTable(Attribute attribute, Titles titles) {
        this.attribute = attribute;
        this.titles = titles;
    }

    Element element() {
        List<GroupComparison> comparisons = attribute.comparisons();
        Element head = Element.of("tr", Element.of("th", "").with("scope", "col"));
        comparisons.forEach(
                one -> head.add(Element.styled("th", "number", truth(one)).with("scope", "col")));
        Element body = Element.of("tbody");
        for (GroupRate group : comparisons.get(0).groups()) {
            Element row = Element.of("tr", Element.of("th", group.group()).with("scope", "row"));
            for (GroupComparison comparison : comparisons) {
                row.add(comparison.groups().stream()
                        .filter(one -> one.group().equals(group.group()))
                        .findFirst()
                        .map(FairnessTable::cell)
                        .orElse(Element.styled("td", "number note", Numerals.NONE)));
            }
            body.add(row);
        }
        return Element.of(
                "details",
                Element.of("summary", "Every comparison"),
                Element.styled(
                        "p",
                        "note",
                        "Given what was planted, and how many there are; ✓ and ✗ where a group is large enough to be"
                                + " judged on being given the right persona and on being spared a wrong one."),
                Element.styled("div", "scroll", Element.styled("table", "plain", Element.of("thead", head), body)));
    }

    private String truth(GroupComparison comparison) {
        return comparison.truth().isEmpty() ? "All, same mix" : titles.of(comparison.truth());
    }

    private static Element cell(GroupRate rate) {
        String share =
                rate.right().share().map(one -> Numerals.percent(one.value())).orElse(Numerals.NONE);
        Element cell = Element.styled("td", "number");
        if (rate.verdict() == Verdict.TOO_SMALL) {
            cell.add(Element.styled("span", "note", share));
        } else {
            boolean passed = rate.verdict() == Verdict.PASSED;
            cell.add(Element.styled("span", passed ? "verdict good" : "verdict bad", passed ? "✓" : "✗"), " " + share);
        }
        return cell.add(" ", Element.styled("small", "note", "n " + Numerals.count(rate.users())));
    }
}
