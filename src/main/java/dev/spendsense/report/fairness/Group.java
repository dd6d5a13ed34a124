package dev.spendsense.report.fairness;

import dev.spendsense.bank.Band;
import dev.spendsense.report.study.Subject;
import java.util.Comparator;

/**
 * Customers that are alike in one way.
 *
 * @param position among the groups of its kind; those of one position are in order of their names
 * @param name as people read it
 */
record Group(int position, String name) implements Comparable<Group> {

    private static final Comparator<Group> ORDER =
            Comparator.comparingInt(Group::position).thenComparing(Group::name);

    static Group ofAge(Subject subject) {
        return of(Band.ofAge(subject.age()));
    }

    static Group ofRegion(Subject subject) {
        return new Group(0, subject.region());
    }

    static Group ofIncome(Subject subject) {
        return of(Band.ofIncome(subject.annualIncome()));
    }

    private static Group of(Band band) {
        return new Group(band.from(), band.title());
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
