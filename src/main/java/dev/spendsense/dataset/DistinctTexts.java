package dev.spendsense.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that occur in a block, each once, in order of first appearance. */
final class DistinctTexts {

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    int position(String text) {
        Integer position = positions.get(text);
        if (position == null) {
            position = texts.size();
            texts.add(text);
            positions.put(text, position);
        }
        return position;
    }

    List<String> texts() {
        return texts;
    }

    String text(int position) {
        return texts.get(position);
    }

    void clear() {
        texts.clear();
        positions.clear();
    }
}
