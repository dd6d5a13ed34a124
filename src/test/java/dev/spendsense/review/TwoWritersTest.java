package dev.spendsense.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.review.audit.Actor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoWritersTest {

    private static final int WRITERS = 4;

    @TempDir
    private Path folder;

    @Test
    void of_several_who_decide_about_the_same_version_one_comes_first_and_the_others_are_told() throws Exception {
        Path file = Town.generate(folder.resolve("town.db"));
        List<RecommendationId> advice = Town.advice(file).subList(0, 40);
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        ExecutorService desks = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Integer>> wins = IntStream.range(0, WRITERS)
                    .mapToObj(number -> desks.submit(() -> decideAll(file, advice, number, together)))
                    .toList();
            int all = 0;
            for (Future<Integer> win : wins) {
                all += win.get();
            }
            assertThat(all).isEqualTo(advice.size());
        } finally {
            desks.shutdownNow();
        }
        try (Review review = Town.open(file)) {
            assertThat(advice).allMatch(id -> review.advice(id).version() == 1);
            assertThat(review.verify(Optional.of(review.head())).entries()).isEqualTo(advice.size() + 1L);
        }
    }

    /** They share nothing but the file, as processes do. */
    private static int decideAll(Path file, List<RecommendationId> advice, int number, CyclicBarrier together)
            throws Exception {
        int won = 0;
        try (Review review = Town.open(file)) {
            together.await();
            for (RecommendationId id : advice) {
                try {
                    review.decide(new Actor("w" + number, "operator"), new Expected(id, 0), Decision.approve(""));
                    won++;
                } catch (Refusal refusal) {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE);
                }
            }
        }
        return won;
    }
}
