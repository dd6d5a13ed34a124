package dev.spendsense.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codes for texts that repeat, given in the order in which they first appear in the population. */
final class Dictionary {

    /** Instead of a code: the text is to be stored where it stands. */
    static final int NO_CODE = -1;

    /** Bounds the memory of a run, however many users it has; what comes later is stored where it stands. */
    static final int MOST_PHRASES = 200_000;

    private final Map<String, Integer> codes = new LinkedHashMap<>();
    private final int room;

    /** @param room from so many entries on, phrases get no codes any more */
    Dictionary(int room) {
        this.room = room;
    }

    /** The code of each word of a closed vocabulary, those that are new included. */
    int[] codes(List<String> words) {
        int[] found = new int[words.size()];
        for (int i = 0; i < found.length; i++) {
            Integer code = codes.get(words.get(i));
            found[i] = code == null ? enter(words.get(i)) : code;
        }
        return found;
    }

    /** The same for texts that may be ever new ones, which get {@link #NO_CODE} once there are too many. */
    int[] codesWhileThereIsRoom(List<String> phrases) {
        int[] found = new int[phrases.size()];
        for (int i = 0; i < found.length; i++) {
            Integer code = codes.get(phrases.get(i));
            if (code != null) {
                found[i] = code;
            } else {
                found[i] = codes.size() < room ? enter(phrases.get(i)) : NO_CODE;
            }
        }
        return found;
    }

    private int enter(String text) {
        int code = codes.size();
        codes.put(text, code);
        return code;
    }

    /** Stores all there are in a table of codes and texts. */
    void store(Connection connection, String table) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
            for (Map.Entry<String, Integer> entry : codes.entrySet()) {
                insert.setInt(1, entry.getValue());
                insert.setString(2, entry.getKey());
                insert.executeUpdate();
            }
        }
    }
}
