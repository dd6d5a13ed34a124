package dev.spendsense.web.review;

import dev.spendsense.review.Change;
import dev.spendsense.review.Status;
import dev.spendsense.roster.Standing;
import dev.spendsense.web.datasets.ServedDataset;
import dev.spendsense.web.users.Standings;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the index of users what people have decided. */
@Component
final class ReviewStandings implements Standings {

    private final Reviews reviews;

    ReviewStandings(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Standing of(ServedDataset dataset) {
        String name = dataset.name();
        return new Standing() {
            @Override
            public long revision() {
                return reviews.with(name, (served, review) -> review.revision());
            }

            @Override
            public List<Standing.Change> since(long revision) {
                return reviews.with(
                        name,
                        (served, review) -> review.changes(revision).stream()
                                .map(ReviewStandings::told)
                                .toList());
            }

            @Override
            public List<String> statuses() {
                return Arrays.stream(Status.values()).map(Status::label).toList();
            }

            @Override
            public String undecided() {
                return Status.PENDING.label();
            }
        };
    }

    private static Standing.Change told(Change change) {
        if (change instanceof Change.Consent consent) {
            return new Standing.Change.Consent(consent.revision(), consent.userId(), consent.given());
        }
        if (change instanceof Change.FirstPersona said) {
            return new Standing.Change.Persona(said.revision(), said.userId(), said.persona());
        }
        Change.Decided decided = (Change.Decided) change;
        return new Standing.Change.Decision(
                decided.revision(), decided.advice(), decided.status().label());
    }
}
