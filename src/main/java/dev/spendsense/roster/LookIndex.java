package dev.spendsense.roster;

import java.time.LocalDate;

/** One look at everybody, with what people have changed since. For many threads. */
final class LookIndex {

    private final People people;
    private final Tags profiles;
    private final Conclusions conclusions;
    private final Standing standing;
    private final Amendments amendments;
    private volatile Disclosure latest;

    LookIndex(People people, Tags profiles, Conclusions conclusions, LocalDate look, Standing standing) {
        this.people = people;
        this.profiles = profiles;
        this.conclusions = conclusions;
        this.standing = standing;
        this.amendments = new Amendments(people, conclusions, look, standing);
        this.latest = renewed();
    }

    /** What may be told now; every change that was made before the question is in it. */
    Disclosure disclosure() {
        Disclosure known = latest;
        if (known.revision() >= standing.revision()) {
            return known;
        }
        synchronized (amendments) {
            if (latest.revision() < standing.revision()) {
                latest = renewed();
            }
            return latest;
        }
    }

    private Disclosure renewed() {
        amendments.catchUp();
        return new Disclosure(people, profiles, conclusions, amendments);
    }
}
