package dev.spendsense.report.html;

import java.util.function.DoubleFunction;

/** A chart of lines, each with what it is, a track along the axis they share, and its figures in words. */
final class Rows {

    private final Axis axis;
    private final Element list = Element.styled("ul", "rows");

    Rows(Axis axis) {
        this.axis = axis;
    }

    /** Writes the figures of the axis above the lines. */
    Rows marked(DoubleFunction<String> words) {
        list.add(Element.styled(
                "li",
                "marks",
                Element.of("span"),
                Element.styled("span", "along", Track.axis(axis, words)),
                Element.of("span")));
        return this;
    }

    /**
     * @param name what the line is
     * @param note less than the name
     * @param figures in words
     */
    Rows row(Object name, Object note, Track track, Object figures) {
        list.add(Element.of(
                "li",
                Element.styled("span", "what", name, " ", Element.styled("small", "note", note)),
                Element.styled("span", "along", track.element()),
                Element.styled("span", "figures", figures)));
        return this;
    }

    Element element() {
        return list;
    }
}
