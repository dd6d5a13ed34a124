package dev.spendsense.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one was probably meant to be. */
public final class NearestName {

    /** Names longer than this are no misspelling, and comparing them would be slow. */
    private static final int LONGEST = 100;

    private NearestName() {}

    /**
     * The known name with the fewest slips of the pen (a letter added, left out, changed, or two swapped; case does not
     * count), the first of several. Empty when even that one takes more than a third of its letters.
     */
    public static Optional<String> of(String name, Collection<String> known) {
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : known) {
            int slips = slips(name, candidate, Math.min(fewest - 1, slipsAllowed(candidate)));
            if (slips < fewest && slips <= slipsAllowed(candidate)) {
                nearest = candidate;
                fewest = slips;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int slipsAllowed(String candidate) {
        return Math.max(1, candidate.length() / 3);
    }

    /** Optimal string alignment distance, or {@link Integer#MAX_VALUE} when the lengths alone differ by more than allowed. */
    private static int slips(String name, String candidate, int allowed) {
        if (name.length() > LONGEST || Math.abs(name.length() - candidate.length()) > allowed) {
            return Integer.MAX_VALUE;
        }
        String a = name.toLowerCase(Locale.ROOT);
        String b = candidate.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, Math.min(last[j], current[j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] reused = beforeLast;
            beforeLast = last;
            last = current;
            current = reused;
        }
        return last[b.length()];
    }
}
