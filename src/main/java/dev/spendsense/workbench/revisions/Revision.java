package dev.spendsense.workbench.revisions;

import java.util.Optional;

/**
 * A kept revision.
 *
 * @param sha SHA-256 of its texts, hexadecimal
 * @param parent what it was made from, where that is known
 * @param remark when, by whom and why it was kept first
 * @param fitness what came of its trial
 */
public record Revision(String sha, Optional<String> parent, Remark remark, Fitness fitness) {

    private static final int ENOUGH_FOR_PEOPLE = 12;

    /**
     * What a passed trial found.
     *
     * @param rules how many rules there are
     * @param warnings what is wrong without keeping the rules from being used
     * @param cases how many cases were judged, all of them as expected
     */
    public record Fitness(int rules, int warnings, int cases) {}

    /** The beginning of the name, by which people call it. */
    public String brief() {
        return brief(sha);
    }

    /** The beginning of a revision's name, by which people call it. */
    public static String brief(String sha) {
        return sha.substring(0, Math.min(ENOUGH_FOR_PEOPLE, sha.length()));
    }
}
