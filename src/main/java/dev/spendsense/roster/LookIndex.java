package dev.spendsense.roster;

import java.time.LocalDate;

/** One look at everybody, with what people have changed since. For many threads. */
final class LookIndex {

    private final People people;
    private final Tags profiles;
    private final Conclusions conclusions;
    private final Standing standing;
    private final Amendments amendments;
    private volatile State state;

    /** What may be told, and up to which revision that holds. */
    private record State(long revision, Disclosure disclosure) {}

    LookIndex(People people, Tags profiles, Conclusions conclusions, LocalDate look, Standing standing) {
        this.people = people;
        this.profiles = profiles;
        this.conclusions = conclusions;
        this.standing = standing;
        this.amendments = new Amendments(people, conclusions, look, standing);
        amendments.catchUp();
        this.state = new State(amendments.revision(), disclosed());
    }

    /** What may be told now; every change that was made before the question is in it. */
    Disclosure disclosure() {
        State known = state;
        return known.revision() >= standing.revision() ? known.disclosure() : caughtUp();
    }

    private Disclosure caughtUp() {
        synchronized (amendments) {
            Disclosure disclosure = amendments.catchUp() ? disclosed() : state.disclosure();
            state = new State(amendments.revision(), disclosure);
            return disclosure;
        }
    }

    private Disclosure disclosed() {
        return new Disclosure(people, profiles, conclusions, amendments);
    }
}
