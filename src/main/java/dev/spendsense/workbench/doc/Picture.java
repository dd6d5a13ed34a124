package dev.spendsense.workbench.doc;

import dev.spendsense.text.Markup;
import dev.spendsense.workbench.doc.Word.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Words in columns from left to right, with curves from what is produced to who reads it. */
final class Picture {

    private static final int WIDTH = 210;
    private static final int GAP = 80;
    private static final int HEIGHT = 20;
    private static final int ROW = 26;
    private static final int TOP = 30;
    private static final int LONGEST = 32;

    /** @param heading over the words */
    record Column(String heading, List<Word> words) {}

    private record Edge(Word from, Word to) {}

    private final Connections connections;
    private final List<List<Word>> columns = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final Map<Word, Integer> columnOf = new HashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();

    /** Columns without words are left out. */
    Picture(Connections connections, List<Column> given) {
        this.connections = connections;
        for (Column column : given) {
            List<Word> fresh = column.words().stream()
                    .distinct()
                    .filter(word -> !columnOf.containsKey(word))
                    .toList();
            if (!fresh.isEmpty()) {
                fresh.forEach(word -> columnOf.put(word, columns.size()));
                columns.add(new ArrayList<>(fresh));
                headings.add(column.heading());
            }
        }
        columns.forEach(column -> column.forEach(this::connect));
        untangle();
    }

    private void connect(Word word) {
        for (Word next : connections.after(word)) {
            if (columnOf.containsKey(next)) {
                connect(word, next);
            } else if (next.sort() == Sort.RULE) {
                connections.after(next).forEach(further -> connect(word, further));
            }
        }
    }

    private void connect(Word from, Word to) {
        if (columnOf.getOrDefault(to, -1) > columnOf.get(from)) {
            edges.add(new Edge(from, to));
        }
    }

    /** Each word moves to the middle of those it is connected with, forth and back. */
    private void untangle() {
        for (int column = 1; column < columns.size(); column++) {
            sort(column, true);
        }
        for (int column = columns.size() - 2; column >= 0; column--) {
            sort(column, false);
        }
        for (int column = 1; column < columns.size(); column++) {
            sort(column, true);
        }
    }

    private void sort(int column, boolean byThoseBefore) {
        Map<Word, Double> middle = new HashMap<>();
        List<Word> words = columns.get(column);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            middle.put(
                    word,
                    edges.stream()
                            .filter(edge -> word.equals(byThoseBefore ? edge.to() : edge.from()))
                            .map(edge -> byThoseBefore ? edge.from() : edge.to())
                            .mapToDouble(this::height)
                            .average()
                            .orElse(height(word)));
        }
        words.sort(Comparator.comparingDouble(middle::get));
    }

    /** How far down its column a word stands, the middle being 0. */
    private double height(Word word) {
        List<Word> column = columns.get(columnOf.get(word));
        return column.indexOf(word) - (column.size() - 1) / 2.0;
    }

    /**
     * As SVG that stands in a page.
     *
     * @param label for those who do not see it
     * @param href where a word's page is
     * @param centre word that the picture is about, or {@code null}
     */
    String svg(String label, Function<Word, String> href, Word centre) {
        int rows = columns.stream().mapToInt(List::size).max().orElse(0);
        int width = columns.size() * (WIDTH + GAP) - GAP + 2;
        int height = TOP + rows * ROW + 4;
        StringBuilder svg = new StringBuilder();
        svg.append("<div class=\"picture\"><svg role=\"img\" aria-label=\"" + Markup.text(label) + "\" width=\"" + width
                + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height + "\">\n");
        for (Edge edge : edges) {
            int x = x(edge.from()) + WIDTH;
            int y = y(edge.from(), rows) + HEIGHT / 2;
            int toX = x(edge.to());
            int toY = y(edge.to(), rows) + HEIGHT / 2;
            int bend = (toX - x) / 2;
            svg.append("<path d=\"M" + x + " " + y + "C" + (x + bend) + " " + y + " " + (toX - bend) + " " + toY + " "
                    + toX + " " + toY + "\"/>\n");
        }
        for (int i = 0; i < columns.size(); i++) {
            svg.append("<text class=\"heading\" x=\"" + (i * (WIDTH + GAP) + 1) + "\" y=\"14\">"
                    + Markup.text(headings.get(i)) + "</text>\n");
            columns.get(i).forEach(word -> node(svg, word, rows, href, word.equals(centre)));
        }
        return svg.append("</svg></div>\n").toString();
    }

    private int x(Word word) {
        return columnOf.get(word) * (WIDTH + GAP) + 1;
    }

    private int y(Word word, int rows) {
        List<Word> column = columns.get(columnOf.get(word));
        return TOP + (rows - column.size()) * ROW / 2 + column.indexOf(word) * ROW;
    }

    private void node(StringBuilder svg, Word word, int rows, Function<Word, String> href, boolean centre) {
        String name = word.name();
        int[] points = name.codePoints().toArray();
        String shown = points.length <= LONGEST ? name : new String(points, 0, LONGEST - 1) + "…";
        svg.append("<a href=\"" + Markup.text(href.apply(word)) + "\" class=\""
                + word.sort().folder()
                + (centre ? " centre" : "") + "\"><title>" + Markup.text(name) + "</title><rect x=\"" + x(word)
                + "\" y=\"" + y(word, rows) + "\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                + "\" rx=\"4\"/><text x=\""
                + (x(word) + 6) + "\" y=\"" + (y(word, rows) + 14) + "\">" + Markup.text(shown) + "</text></a>\n");
    }

    /** Whether there is nothing to see. */
    boolean isEmpty() {
        return edges.isEmpty();
    }
}
