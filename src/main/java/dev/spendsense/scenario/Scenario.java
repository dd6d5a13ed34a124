package dev.spendsense.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A population in numbers.
 *
 * @param name file name without folder and ending
 * @param description one line for people
 * @param seed origin of all randomness
 * @param period the days that are simulated
 * @param looks the dates at which rules look at the users, in order; the last day of the period is the last one
 * @param consentRate share of users who allow findings, 0 to 1
 * @param people who the users are, independent of what they do
 * @param bank the bank's terms
 * @param catalog the world they spend in
 * @param population the profiles in the order of the file
 * @param prospects what may befall the users of each profile, by its name
 * @param baseline name of the profile that all others resemble at intensity 0; empty when none has to
 * @param checks what a dataset of it has to reach
 * @param realism figures of real households that the population is held to; empty when it is to resemble nobody
 * @param expected how many rows each table should have with these users and days, by the table's public name
 */
public record Scenario(
        String name,
        String description,
        long seed,
        Period period,
        List<LocalDate> looks,
        double consentRate,
        People people,
        BankTerms bank,
        Catalog catalog,
        List<Profile> population,
        Map<String, List<Prospect>> prospects,
        Optional<String> baseline,
        Checks checks,
        List<RealismTarget> realism,
        Map<String, Range> expected) {

    /** Number of users over all profiles. */
    public int users() {
        return population.stream().mapToInt(Profile::users).sum();
    }

    /**
     * The seat of the user at a position in the population.
     *
     * @param index from 0, in the order of the profiles
     * @throws IndexOutOfBoundsException when the population has no such user
     */
    public Seat seat(int index) {
        int ordinal = index;
        for (Profile profile : population) {
            if (ordinal < profile.users()) {
                return new Seat(profile, ordinal);
            }
            ordinal -= profile.users();
        }
        throw new IndexOutOfBoundsException("user " + index + " of " + users());
    }

    /** The position of a profile's user of some ordinal; empty when the population has no such user. */
    public OptionalInt position(String profileName, int ordinal) {
        int before = 0;
        for (Profile profile : population) {
            if (profile.name().equals(profileName)) {
                return ordinal < profile.users() ? OptionalInt.of(before + ordinal) : OptionalInt.empty();
            }
            before += profile.users();
        }
        return OptionalInt.empty();
    }

    /**
     * How a user of a profile lives at an intensity.
     *
     * @param intensity 0 for the baseline itself to 1 for the profile itself
     * @throws IllegalArgumentException below 1 when the scenario has no baseline
     */
    public Profile lived(Profile profile, double intensity) {
        if (intensity == 1) {
            return profile;
        }
        Profile mild = population.stream()
                .filter(each -> baseline.filter(each.name()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no baseline for " + profile.name()));
        return intensity == 0 ? mild : new Dial(intensity).between(mild, profile);
    }

    /** The same mix with another number of users in all, which is then checked exactly. */
    Scenario scaledTo(int total) {
        int[] counts = Apportionment.of(population.stream().map(Profile::users).toList(), total);
        List<Profile> scaled = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            scaled.add(population.get(i).withUsers(counts[i]));
        }
        return new Scenario(
                name,
                description,
                seed,
                period,
                looks,
                consentRate,
                people,
                bank,
                catalog,
                List.copyOf(scaled),
                prospects,
                baseline,
                checks.ofUsers(total),
                realism,
                expected);
    }
}
