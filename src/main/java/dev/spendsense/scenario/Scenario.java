package dev.spendsense.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        Checks checks,
        List<RealismTarget> realism,
        Map<String, Range> expected) {

    /** Number of users over all profiles. */
    public int users() {
        return population.stream().mapToInt(Profile::users).sum();
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
                checks.ofUsers(total),
                realism,
                expected);
    }
}
