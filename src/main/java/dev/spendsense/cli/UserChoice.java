package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import java.util.Comparator;
import java.util.List;

/** Which user is meant by a word on the command line. */
final class UserChoice {

    static final String DESCRIPTION =
            "A user_id, the beginning of just one user_id, or #N for the N-th user of the dataset.";

    private static final int SHOWN = 5;

    private UserChoice() {}

    /**
     * The user_id that is meant.
     *
     * @throws WrongInput when it is nobody's or could be several people's
     */
    static String in(Dataset dataset, String word) {
        if (dataset.position(word).isPresent()) {
            return word;
        }
        List<String> all = dataset.userIds();
        if (word.startsWith("#")) {
            return at(word, all);
        }
        List<String> meant = all.stream().filter(id -> id.startsWith(word)).toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        if (meant.isEmpty() || word.isEmpty()) {
            throw new WrongInput("there is no user " + word + "; the nearest are " + listed(nearest(word, all)));
        }
        throw new WrongInput(meant.size() + " users begin with " + word + ": "
                + listed(meant.subList(0, Math.min(SHOWN, meant.size()))) + (meant.size() > SHOWN ? ", …" : ""));
    }

    private static String at(String word, List<String> all) {
        try {
            int position = Integer.parseInt(word.substring(1));
            if (position >= 1 && position <= all.size()) {
                return all.get(position - 1);
            }
        } catch (NumberFormatException notANumber) {
            // explained below, like a number out of range
        }
        throw new WrongInput("there is no user " + word + "; expected #1 to #" + all.size());
    }

    private static List<String> nearest(String word, List<String> all) {
        return all.stream()
                .sorted(Comparator.comparingInt((String id) -> -sharedBeginning(id, word)))
                .limit(SHOWN)
                .toList();
    }

    private static int sharedBeginning(String a, String b) {
        int length = 0;
        while (length < a.length() && length < b.length() && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String listed(List<String> ids) {
        return String.join(", ", ids);
    }
}
