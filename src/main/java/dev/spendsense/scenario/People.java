package dev.spendsense.scenario;

import java.util.List;

/**
 * Who the users are. Drawn independently of the profile.
 *
 * @param ages bands of completed years with their shares; uniform within a band
 * @param regions names with their shares
 * @param givenNames first names, equally likely
 * @param familyNames last names, equally likely
 */
public record People(
        Weighted<AgeBand> ages, Weighted<String> regions, List<String> givenNames, List<String> familyNames) {

    /** Completed years, both ends included. */
    public record AgeBand(int from, int to) {}
}
