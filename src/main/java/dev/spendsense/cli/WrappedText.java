package dev.spendsense.cli;

import java.util.ArrayList;
import java.util.List;

/** A long text on lines that fit the screen. */
final class WrappedText {

    static final int WIDTH = 100;

    private WrappedText() {}

    /**
     * Breaks a text between words.
     *
     * @param beginning what the first line begins with; later ones are indented by as much
     */
    static List<String> lines(String beginning, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(beginning);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(beginning.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /** The beginning of a text where all of it is too long. */
    static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, Math.max(0, longest - 1)) + "…";
    }
}
