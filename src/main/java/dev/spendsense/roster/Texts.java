package dev.spendsense.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One text for each user, each different text kept once. */
final class Texts {

    /** Instead of a code: the user has none. */
    static final int NONE = -1;

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private int[] code = new int[0];

    Texts() {}

    private Texts(Texts original) {
        texts.addAll(original.texts);
        codes.putAll(original.codes);
        code = original.code.clone();
    }

    /** The same texts, to be changed. */
    Texts copy() {
        return new Texts(this);
    }

    void put(int user, String text) {
        if (user >= code.length) {
            int before = code.length;
            code = Arrays.copyOf(code, Math.max(user + 1, before + before / 2 + 16));
            Arrays.fill(code, before, code.length, NONE);
        }
        code[user] = codes.computeIfAbsent(text, added -> {
            texts.add(added);
            return texts.size() - 1;
        });
    }

    void clear(int user) {
        if (user < code.length) {
            code[user] = NONE;
        }
    }

    /** The code of a user's text, or {@link #NONE}. */
    int code(int user) {
        return user < code.length ? code[user] : NONE;
    }

    /** The text of a user; the user must have one. */
    String text(int user) {
        return texts.get(code[user]);
    }

    /** The different texts, by code. */
    List<String> texts() {
        return texts;
    }
}
