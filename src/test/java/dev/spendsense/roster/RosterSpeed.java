package dev.spendsense.roster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Measures how long it takes to build the index of a dataset, how much memory that takes, and how long searches take.
 * Run with the path of a dataset; figures go to standard output.
 */
final class RosterSpeed {

    private RosterSpeed() {}

    public static void main(String[] args) {
        long before = heapInUse();
        long start = System.nanoTime();
        Roster roster = Roster.open(Path.of(args[0]), Standing.untouched());
        System.out.printf(
                "%,d users: built in %.2f s, %,d kB%n", roster.size(), seconds(start), (heapInUse() - before) / 1024);
        String persona = roster.values(Field.PERSONA).iterator().next();
        String signal = roster.values(Field.SIGNAL).iterator().next();
        List<Map<String, List<String>>> searches = List.of(
                Map.of(),
                Map.of("persona", List.of(persona), "sort", List.of("-confidence,name")),
                Map.of("signal", List.of(signal), "confidence_min", List.of("0.8"), "sort", List.of("name")),
                Map.of("q", List.of("ann"), "sort", List.of("-recommendations,persona,user_id")),
                Map.of("age_band", List.of("25-34,35-44"), "q", List.of("u6")));
        for (Map<String, List<String>> search : searches) {
            for (int round = 0; round < 3; round++) {
                Roster fresh = round == 0 ? roster : Roster.open(Path.of(args[0]), Standing.untouched());
                List<Double> millis = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    long asked = System.nanoTime();
                    fresh.find(fresh.read(search));
                    millis.add(seconds(asked) * 1_000);
                }
                double first = millis.get(0);
                Collections.sort(millis);
                System.out.printf("%s: first %.2f ms, median %.3f ms%n", search, first, millis.get(25));
            }
        }
        System.out.printf("in all %,d kB%n", (heapInUse() - before) / 1024);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static long heapInUse() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
