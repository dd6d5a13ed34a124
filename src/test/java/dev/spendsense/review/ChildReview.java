package dev.spendsense.review;

import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.review.audit.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An operator in a process of its own, who says of each thing done that it is done, and goes on until killed. */
final class ChildReview {

    static final int BULK = 3;

    private static final Decision LONG_NOTE = Decision.note("x".repeat(2_000));

    private ChildReview() {}

    /** Arguments: dataset, seed, what to do ({@code decide}, {@code fill} or {@code erase}). */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[1]));
        List<RecommendationId> advice = Town.advice(file);
        try (Review review = Town.open(file)) {
            System.out.println("ready");
            boolean erasing = arguments[2].equals("erase");
            for (String user : erasing ? Town.users(file) : List.<String>of()) {
                System.out.println("erasing " + user);
                System.out.println(
                        "done " + review.erase(Town.ANN, user, "asked").after());
            }
            while (!erasing) {
                List<Expected> some = new ArrayList<>();
                for (int i = random.nextInt(advice.size() - BULK); some.size() < BULK; i++) {
                    RecommendationId id = advice.get(i);
                    some.add(new Expected(id, review.advice(id).version()));
                }
                for (Entry entry :
                        review.decide(Town.ANN, some, arguments[2].equals("fill") ? LONG_NOTE : decision(random))) {
                    System.out.println("done " + entry.sequence() + ":" + entry.hash());
                }
            }
        }
    }

    private static Decision decision(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Decision.approve("");
            case 1 -> Decision.reject("tone", "no");
            default -> Decision.flag("other", "low", "hm");
        };
    }

    static ProcessBuilder process(Path dataset, int seed, String what) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                ChildReview.class.getName(),
                dataset.toString(),
                Integer.toString(seed),
                what);
    }
}
