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

    final long keyOf(Habit habit) {
        return RandomStream.mix(key + habit.key());
    }
}
