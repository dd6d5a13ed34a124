package dev.spendsense.simulation;

/** All randomness of one customer: a stream for each habit, named by seed, profile and the ordinal within it. */
class Streams {

    private final long key;

    Streams(long seed, String profile, int ordinal) {
        long profileKey = RandomStream.mix(RandomStream.mix(seed) + RandomStream.hash(profile));
        this.key = RandomStream.mix(profileKey + RandomStream.mix(ordinal));
    }

    RandomStream of(Habit habit) {
        return new RandomStream(keyOf(habit));
    }

    /** A stream of its own for one thing among several of a kind. */
    final RandomStream of(Habit habit, String name) {
        return new RandomStream(RandomStream.mix(keyOf(habit) + RandomStream.hash(name)));
    }

    final long keyOf(Habit habit) {
        return RandomStream.mix(key + habit.key());
    }
}
