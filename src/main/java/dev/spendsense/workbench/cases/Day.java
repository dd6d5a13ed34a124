package dev.spendsense.workbench.cases;

import dev.spendsense.yaml.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as analysts write it: a date of the calendar, or so many days before the as-of date. */
sealed interface Day {

    /** @param asOf the day at which the rules look */
    LocalDate on(LocalDate asOf);

    /** {@code 2026-07-12}. */
    record Fixed(LocalDate date) implements Day {

        @Override
        public LocalDate on(LocalDate asOf) {
            return date;
        }

        @Override
        public String toString() {
            return date.toString();
        }
    }

    /** {@code 3d ago}; {@code 0d ago} is the as-of date. */
    record Ago(int days) implements Day {

        @Override
        public LocalDate on(LocalDate asOf) {
            return asOf.minusDays(days);
        }

        @Override
        public String toString() {
            return days + "d ago";
        }
    }

    Pattern AGO = Pattern.compile("(0|[1-9][0-9]{0,3})d ago");

    static Form<Day> form() {
        return Form.of(
                "a date like 2026-07-12, or days before the as-of date like 3d ago",
                new Ago(0),
                yaml -> Form.scalar(yaml).flatMap(Day::parse));
    }

    static Optional<Day> parse(String text) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return Optional.of(new Ago(Integer.parseInt(ago.group(1))));
        }
        try {
            return Optional.of(new Fixed(LocalDate.parse(text)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
