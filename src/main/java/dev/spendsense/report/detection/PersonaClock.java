package dev.spendsense.report.detection;

import dev.spendsense.report.figures.Waits;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Subject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes the times of one persona, customer by customer. */
final class PersonaClock {

    private final String persona;
    private final int windowDays;
    private final Waits noticing = new Waits();
    private final Waits noticingBound = new Waits();
    private final Waits fromTheStart = new Waits();
    private final Waits fromTheStartBound = new Waits();
    private final Waits forgetting = new Waits();
    private final Waits forgettingBound = new Waits();
    private int expected;

    PersonaClock(String persona, int windowDays) {
        this.persona = persona;
        this.windowDays = windowDays;
    }

    void watch(Subject subject) {
        List<Stretch> stretches = Stretch.of(subject.truth(), persona);
        Oracle oracle = new Oracle(windowDays, stretches);
        for (int i = 0; i < stretches.size(); i++) {
            Optional<LocalDate> next =
                    i + 1 < stretches.size() ? Optional.of(stretches.get(i + 1).from()) : Optional.empty();
            notice(subject, stretches.get(i), oracle);
            forget(subject, stretches.get(i), next, oracle);
        }
    }

    private void notice(Subject subject, Stretch stretch, Oracle oracle) {
        List<Look> looks = subject.looks().stream()
                .filter(look -> stretch.holdsOn(look.asOf()))
                .toList();
        if (looks.isEmpty()) {
            return;
        }
        LocalDate end = looks.get(looks.size() - 1).asOf();
        boolean midLife = stretch.from().isAfter(subject.looks().get(0).asOf());
        if (midLife && subject.isNoticed(persona, lastBefore(subject, stretch.from()), stretch.from())) {
            expected++;
            return;
        }
        Waits rules = midLife ? noticing : fromTheStart;
        Waits bound = midLife ? noticingBound : fromTheStartBound;
        take(rules, looks, stretch.from(), end, look -> subject.isNoticed(persona, look));
        take(bound, looks, stretch.from(), end, look -> oracle.says(look.asOf()));
    }

    private void forget(Subject subject, Stretch stretch, Optional<LocalDate> next, Oracle oracle) {
        List<Look> after = subject.looks().stream()
                .filter(look -> look.asOf().isAfter(stretch.to()))
                .filter(look -> next.isEmpty() || look.asOf().isBefore(next.get()))
                .toList();
        boolean lookedAtBefore = !subject.looks().get(0).asOf().isAfter(stretch.to());
        if (after.isEmpty()
                || !lookedAtBefore
                || !lastBefore(subject, stretch.to().plusDays(1)).has(persona)) {
            return;
        }
        LocalDate end = after.get(after.size() - 1).asOf();
        take(forgetting, after, stretch.to(), end, look -> !look.has(persona));
        take(forgettingBound, after, stretch.to(), end, look -> !oracle.says(look.asOf()));
    }

    private static void take(Waits waits, List<Look> looks, LocalDate from, LocalDate end, Predicate<Look> happens) {
        Optional<Look> first = looks.stream().filter(happens).findFirst();
        first.ifPresentOrElse(
                look -> waits.ended(ChronoUnit.DAYS.between(from, look.asOf())),
                () -> waits.cutShort(ChronoUnit.DAYS.between(from, end)));
    }

    private static Look lastBefore(Subject subject, LocalDate date) {
        return subject.looks().stream()
                .filter(look -> look.asOf().isBefore(date))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    PersonaDetection times() {
        return new PersonaDetection(
                persona,
                windowDays,
                Timing.of(noticing, noticingBound),
                expected,
                Timing.of(fromTheStart, fromTheStartBound),
                Timing.of(forgetting, forgettingBound));
    }
}
