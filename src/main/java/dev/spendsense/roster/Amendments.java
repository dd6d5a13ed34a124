package dev.spendsense.roster;

import dev.spendsense.dataset.RecommendationId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.roaringbitmap.RoaringBitmap;

/** What people have changed, as it stands for one look: kept up to date change by change. For one thread at a time. */
final class Amendments {

    private final People people;
    private final Conclusions conclusions;
    private final LocalDate look;
    private final Standing standing;
    private final RoaringBitmap consenting;
    private final Map<Integer, String> personas = new HashMap<>();
    private final Map<Advice, String> decided = new HashMap<>();
    private final Map<String, short[]> adviceByStatus = new HashMap<>();
    private final Tags statuses;
    private long revision;

    /** A piece of advice of this look. */
    private record Advice(int user, String code) {}

    Amendments(People people, Conclusions conclusions, LocalDate look, Standing standing) {
        this.people = people;
        this.conclusions = conclusions;
        this.look = look;
        this.standing = standing;
        this.consenting = people.consenting().clone();
        this.statuses = new Tags(standing.statuses());
        adviceByStatus.put(standing.undecided(), conclusions.recommendations.clone());
        for (String code : conclusions.recommendation.values()) {
            statuses.having(standing.undecided()).or(conclusions.recommendation.having(code));
        }
    }

    /** Takes in what has changed since the last time; tells whether anything has. */
    boolean catchUp() {
        long reached = standing.revision();
        List<Standing.Change> changes = standing.since(revision);
        for (Standing.Change change : changes) {
            if (change instanceof Standing.Change.Consent consent) {
                apply(consent);
            } else if (change instanceof Standing.Change.Persona persona) {
                apply(persona);
            } else if (change instanceof Standing.Change.Decision decision) {
                apply(decision.advice(), decision.status());
            }
            reached = Math.max(reached, change.revision());
        }
        revision = reached;
        return !changes.isEmpty();
    }

    private void apply(Standing.Change.Consent consent) {
        people.number(consent.userId()).ifPresent(user -> {
            if (consent.given()) {
                consenting.add(user);
            } else {
                consenting.remove(user);
            }
        });
    }

    private void apply(Standing.Change.Persona change) {
        people.number(change.userId())
                .ifPresent(user -> change.persona()
                        .ifPresentOrElse(persona -> personas.put(user, persona), () -> personas.remove(user)));
    }

    private void apply(RecommendationId id, String status) {
        OptionalInt user = people.number(id.userId());
        boolean isOfThisLook = user.isPresent()
                && id.asOf().equals(look)
                && conclusions.recommendation.has(id.code(), user.getAsInt());
        if (isOfThisLook) {
            Advice advice = new Advice(user.getAsInt(), id.code());
            String before = Optional.ofNullable(decided.put(advice, status)).orElse(standing.undecided());
            count(before, advice.user(), -1);
            count(status, advice.user(), 1);
        }
    }

    private void count(String status, int user, int more) {
        short[] advice = adviceByStatus.computeIfAbsent(status, added -> new short[people.size()]);
        advice[user] += (short) more;
        if (advice[user] > 0) {
            statuses.add(status, user);
        } else {
            statuses.remove(status, user);
        }
    }

    /** The number of the revision that was reached, by changes or without any. */
    long revision() {
        return revision;
    }

    /** Who consents now; changes with the next change. */
    RoaringBitmap consenting() {
        return consenting;
    }

    /** Users with advice of each status; changes with the next change. */
    Tags statuses() {
        return statuses;
    }

    /** The personas that operators have said, by user; changes with the next change. */
    Map<Integer, String> personas() {
        return personas;
    }
}
