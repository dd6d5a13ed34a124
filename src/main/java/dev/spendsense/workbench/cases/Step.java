package dev.spendsense.workbench.cases;

import dev.spendsense.bank.measure.Unit;
import dev.spendsense.rules.definitions.Parameters;
import dev.spendsense.workbench.cases.WrittenUser.Line;
import dev.spendsense.workbench.cases.WrittenUser.Move;
import dev.spendsense.workbench.cases.WrittenUser.Posting;
import dev.spendsense.workbench.cases.WrittenUser.WrittenAccount;
import dev.spendsense.workbench.cases.WrittenUser.WrittenCard;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far two variants of a case are apart. They are one step apart, so that a rule which tells them apart was tried at
 * its boundary, when a single thing differs and differs by little:
 *
 * <ul>
 *   <li>parameters, each by no more than a twentieth, or the smallest amount of its unit that matters;
 *   <li>or one account, card or line of postings that is there or is not, or of which amounts differ by no more than a
 *       twentieth or a dollar, days by no more than one, or one name or manner of paying is another;
 *   <li>or the wording of the content;
 *   <li>or income, age, region, the length of the history or the as-of date by as little.
 * </ul>
 */
final class Step {

    private static final double SHARE = 0.05;
    private static final long DOLLAR = 100;
    private static final int LONGEST_MONTH = 31;

    private final Parameters shipped;
    private final LocalDate asOf;
    private final List<String> differences = new ArrayList<>();
    private final List<String> leaps = new ArrayList<>();

    private Step(Parameters shipped, LocalDate asOf) {
        this.shipped = shipped;
        this.asOf = asOf;
    }

    /** Why two cases are not one step apart; empty when they are. */
    static Optional<String> missing(Case one, Case other, Parameters shipped) {
        Step step = new Step(shipped, one.asOf().orElse(LocalDate.EPOCH));
        step.parameters(one.parameters(), other.parameters());
        if (!one.wording().equals(other.wording())) {
            step.differs("wording", true);
        }
        if (!one.asOf().equals(other.asOf())) {
            step.differs("as_of", within(one.asOf(), other.asOf()));
        }
        if (one.given() instanceof Given.Written a && other.given() instanceof Given.Written b) {
            step.users(a.user(), b.user());
        } else if (!one.given().equals(other.given())) {
            step.differs("given", false);
        }
        if (!step.leaps.isEmpty()) {
            return Optional.of(String.join(", ", step.leaps) + " differ" + (step.leaps.size() > 1 ? "" : "s")
                    + " by more than a step");
        }
        if (step.differences.size() != 1) {
            return Optional.of(
                    step.differences.isEmpty()
                            ? "the variants do not differ"
                            : "more than one thing differs: " + String.join(", ", step.differences));
        }
        return Optional.empty();
    }

    private void differs(String what, boolean little) {
        differences.add(what);
        if (!little) {
            leaps.add(what);
        }
    }

    private void parameters(Map<String, Double> one, Map<String, Double> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        List<String> changed = new ArrayList<>();
        for (String name : names) {
            double a = one.getOrDefault(name, shipped.value(name));
            double b = other.getOrDefault(name, shipped.value(name));
            if (a != b) {
                changed.add(name);
                double most = Math.max(
                        SHARE * Math.max(Math.abs(a), Math.abs(b)),
                        smallest(shipped.get(name).unit()));
                if (Math.abs(a - b) > most + 1e-9) {
                    leaps.add(name);
                }
            }
        }
        if (!changed.isEmpty()) {
            differences.add(String.join(" and ", changed));
        }
    }

    /** What matters where a twentieth of the value would be next to nothing. */
    private static double smallest(Unit unit) {
        return switch (unit) {
            case COUNT, DAYS, FLAG, USD -> 1;
            case SHARE, PROBABILITY -> 0.01;
            case MONTHS -> 0.05;
            case SHARE_PER_MONTH -> 0.001;
            case LOG_ODDS -> 0.1;
        };
    }

    private void users(WrittenUser a, WrittenUser b) {
        if (a.days() != b.days()) {
            differs("days", Math.abs(a.days() - b.days()) <= 1);
        }
        if (a.annualIncome() != b.annualIncome()) {
            differs("annual_income", near(a.annualIncome(), b.annualIncome()));
        }
        if (a.age() != b.age()) {
            differs("age", Math.abs(a.age() - b.age()) <= 1);
        }
        if (!a.region().equals(b.region())) {
            differs("region", true);
        }
        named(a.accounts(), b.accounts(), this::near);
        named(a.cards(), b.cards(), this::near);
        lines(a.lines(), b.lines());
    }

    private interface Nearness<T> {
        boolean holds(T one, T other);
    }

    private <T> void named(Map<String, T> a, Map<String, T> b, Nearness<T> nearness) {
        Set<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        for (String name : names) {
            T one = a.get(name);
            T other = b.get(name);
            if (!Objects.equals(one, other)) {
                differs(name, one == null || other == null || nearness.holds(one, other));
            }
        }
    }

    private void lines(List<Line> a, List<Line> b) {
        List<Line> onlyA = new ArrayList<>(a);
        List<Line> onlyB = new ArrayList<>(b);
        b.forEach(onlyA::remove);
        a.forEach(onlyB::remove);
        if (onlyA.isEmpty() && onlyB.isEmpty()) {
            return;
        }
        int most = Math.max(onlyA.size(), onlyB.size());
        for (int i = 0; i < most; i++) {
            boolean added = i >= onlyA.size() || i >= onlyB.size();
            differs("transactions", added || near(onlyA.get(i), onlyB.get(i)));
        }
    }

    private boolean near(WrittenAccount a, WrittenAccount b) {
        return a.type() == b.type() && a.rateBasisPoints() == b.rateBasisPoints() && near(a.balance(), b.balance());
    }

    /** One field of a card may differ; how it is paid is a field. */
    private boolean near(WrittenCard a, WrittenCard b) {
        int fields = (a.title().equals(b.title()) ? 0 : 1)
                + (a.limit() == b.limit() ? 0 : 1)
                + (a.aprBasisPoints() == b.aprBasisPoints() ? 0 : 1)
                + (a.owed() == b.owed() ? 0 : 1)
                + (a.statement().equals(b.statement()) ? 0 : 1)
                + (a.closes() == b.closes() ? 0 : 1)
                + (a.interest() == b.interest() ? 0 : 1)
                + (a.pays().equals(b.pays()) ? 0 : 1)
                + (a.statements().equals(b.statements()) ? 0 : 1);
        return fields == 1
                && near(a.limit(), b.limit())
                && near(a.owed(), b.owed())
                && near(a.interest(), b.interest())
                && near(a.aprBasisPoints(), b.aprBasisPoints())
                && near(a.statement().orElse(0), b.statement().orElse(0))
                && Math.abs(a.closes() - b.closes()) <= 1
                && nearStatements(a, b)
                && nearPayment(a.pays(), b.pays());
    }

    private boolean nearStatements(WrittenCard a, WrittenCard b) {
        if (a.statements().size() != b.statements().size()) {
            return Math.abs(a.statements().size() - b.statements().size()) == 1;
        }
        for (int i = 0; i < a.statements().size(); i++) {
            LocalDate one = a.statements().get(i).closed().on(asOf);
            LocalDate other = b.statements().get(i).closed().on(asOf);
            if (Math.abs(ChronoUnit.DAYS.between(one, other)) > 1) {
                return false;
            }
        }
        return true;
    }

    private boolean nearPayment(WrittenUser.Payment a, WrittenUser.Payment b) {
        return near(a.amount().orElse(0), b.amount().orElse(0)) && nearUntil(a.until(), b.until());
    }

    /** One payment more or less. */
    private boolean nearUntil(Optional<Day> a, Optional<Day> b) {
        long days = ChronoUnit.DAYS.between(
                a.map(day -> day.on(asOf)).orElse(asOf),
                b.map(day -> day.on(asOf)).orElse(asOf));
        return Math.abs(days) <= LONGEST_MONTH;
    }

    private boolean near(Line a, Line b) {
        if (!nearInTime(a.when(), b.when())) {
            return false;
        }
        if (a instanceof Posting one && b instanceof Posting other) {
            return one.account().equals(other.account())
                    && one.category() == other.category()
                    && (one.merchant().equals(other.merchant()) || one.amount() == other.amount())
                    && one.channel().equals(other.channel())
                    && near(one.amount(), other.amount());
        }
        return a instanceof Move one
                && b instanceof Move other
                && one.from().equals(other.from())
                && one.to().equals(other.to())
                && near(one.amount(), other.amount());
    }

    /** The same number of days, or one more, and each a day apart at most. */
    private boolean nearInTime(Schedule a, Schedule b) {
        if (a.equals(b)) {
            return true;
        }
        List<LocalDate> one = a.dates(asOf.minusYears(10), asOf);
        List<LocalDate> other = b.dates(asOf.minusYears(10), asOf);
        if (one.size() != other.size()) {
            return Math.abs(one.size() - other.size()) == 1 && (one.containsAll(other) || other.containsAll(one));
        }
        for (int i = 0; i < one.size(); i++) {
            if (Math.abs(ChronoUnit.DAYS.between(one.get(i), other.get(i))) > 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean within(Optional<LocalDate> a, Optional<LocalDate> b) {
        return a.isPresent() && b.isPresent() && Math.abs(ChronoUnit.DAYS.between(a.get(), b.get())) <= 1;
    }

    private static boolean near(long a, long b) {
        return Math.abs(a - b) <= Math.max(DOLLAR, SHARE * Math.max(Math.abs(a), Math.abs(b)));
    }
}
