package dev.spendsense.yaml;

import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Why a text is no YAML, in plain words and at the place of the slip.
 *
 * @param line from 1; 0 when the text as a whole is meant
 * @param column from 1; 0 where the line is 0
 * @param tab whether a tab stands where spaces should
 * @param problem what is wrong
 * @param remedy what to do about it
 */
public record YamlMistake(int line, int column, boolean tab, String problem, String remedy) {

    /** What is said of a text with characters that no YAML has. */
    static YamlMistake unreadable() {
        return new YamlMistake(0, 0, false, "the file cannot be read as YAML", "remove what is no plain text");
    }

    static YamlMistake in(String text, MarkedYAMLException mistake) {
        List<String> lines = text.lines().toList();
        int tabbed = tabBefore(lines, mistake);
        if (tabbed >= 0) {
            int column = lines.get(tabbed).indexOf('\t') + 1;
            return new YamlMistake(tabbed + 1, column, true, "a tab stands in the line", "indent with spaces");
        }
        int unpaired = unpairedQuote(lines, mistake);
        if (unpaired >= 0) {
            return new YamlMistake(
                    unpaired + 1,
                    lines.get(unpaired).lastIndexOf('"') + 1,
                    false,
                    "a quote has no partner in this line",
                    "close the text with another quote");
        }
        String technical = mistake.getProblem() == null ? "" : mistake.getProblem();
        String context = mistake.getContext() == null ? "" : mistake.getContext();
        Mark place = mistake.getProblemMark();
        String problem = "this does not fit here";
        String remedy = "compare with the lines around it; put a text with special characters in quotes";
        if (context.contains("quoted scalar")) {
            place = mistake.getContextMark();
            problem = "a quote opens here and is not closed";
            remedy = "add a quote where the text ends";
        } else if (technical.contains("mapping values are not allowed")) {
            problem = "a colon does not fit here";
            remedy = "check the indentation, or put a text that holds a colon in quotes";
        } else if (context.contains("flow mapping")) {
            problem = "a comma or } is missing before this";
            remedy = "separate fields by commas, close the block with }";
        } else if (context.contains("flow sequence")) {
            problem = "a comma or ] is missing before this";
            remedy = "separate values by commas, close the list with ]";
        } else if (technical.contains("could not find expected ':'")) {
            place = mistake.getContextMark() == null ? place : mistake.getContextMark();
            problem = "a colon is missing after a name";
            remedy = "write name: value, with a space after the colon";
        } else if (technical.contains("expected <block end>") || context.contains("block")) {
            problem = "the indentation does not fit";
            remedy = "indent alike what belongs together";
        } else if (technical.contains("cannot start any token")) {
            problem = "no value can begin with this character";
            remedy = "put the text in quotes";
        }
        int line = place == null ? 0 : place.getLine() + 1;
        int column = place == null ? 0 : place.getColumn() + 1;
        return new YamlMistake(line, column, false, problem, remedy);
    }

    /** Index of the first line up to the mistake in which quotes do not come in pairs, or -1. */
    private static int unpairedQuote(List<String> lines, MarkedYAMLException mistake) {
        int last =
                mistake.getProblemMark() == null ? -1 : mistake.getProblemMark().getLine();
        for (int i = 0; i <= Math.min(last, lines.size() - 1); i++) {
            String line = lines.get(i).replace("\\\"", "");
            boolean comment = line.strip().startsWith("#");
            if (!comment && line.chars().filter(c -> c == '"').count() % 2 != 0) {
                return i;
            }
        }
        return -1;
    }

    /** Index of a line near the mistake that a tab indents, or -1. A tab makes the reader stumble there or a line on. */
    private static int tabBefore(List<String> lines, MarkedYAMLException mistake) {
        int last =
                mistake.getProblemMark() == null ? -1 : mistake.getProblemMark().getLine();
        for (int i = Math.min(last, lines.size() - 1); i >= Math.max(0, last - 1); i--) {
            String line = lines.get(i);
            if (line.indexOf('\t') >= 0 && line.substring(0, line.indexOf('\t')).isBlank()) {
                return i;
            }
        }
        return -1;
    }
}
