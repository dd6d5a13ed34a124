package dev.spendsense.yaml;

import dev.spendsense.bank.Category;
import dev.spendsense.text.NearestName;
import dev.spendsense.yaml.Yaml.Value;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a single field may hold: how it is read, and how it is described to somebody who wrote something else.
 *
 * @param parse the value, empty when the field holds something else
 * @param expected what should stand there instead of what does
 * @param fallback harmless value that reading goes on with after a fault
 */
public record Form<T>(Function<Yaml, Optional<T>> parse, Function<Yaml, String> expected, T fallback) {

    /** No exponents, octals or infinities: digits as a person writes them, few enough to calculate with exactly. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,12})?");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_PROSE = 2_000;
    private static final LocalDate FIRST_DATE = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2100, 12, 31);

    /** A form of one's own. */
    public static <T> Form<T> of(String expected, T fallback, Function<Yaml, Optional<T>> parse) {
        return new Form<>(parse, wrong -> expected, fallback);
    }

    public <R> Form<R> map(Function<T, R> to) {
        return new Form<>(yaml -> parse.apply(yaml).map(to), expected, to.apply(fallback));
    }

    // Numbers. Bounds are included.

    public static Form<Integer> count(int low, int high) {
        return wholeNumber(low, high).map(Long::intValue);
    }

    public static Form<Long> wholeNumber(long low, long high) {
        return scaled(0, low, high, "a whole number" + between(low, high));
    }

    public static Form<Double> number(double low, double high) {
        BigDecimal smallest = BigDecimal.valueOf(low);
        BigDecimal largest = BigDecimal.valueOf(high);
        return of(
                "a number" + between(low, high),
                low,
                yaml -> decimal(yaml)
                        .filter(number -> number.compareTo(smallest) >= 0 && number.compareTo(largest) <= 0)
                        .map(BigDecimal::doubleValue));
    }

    /** A weight falls back to 1, so that the option it belongs to is still known after a fault. */
    public static Form<Double> weight() {
        Form<Double> weight = number(0, 1_000_000);
        return new Form<>(weight.parse, weight.expected, 1.0);
    }

    public static Form<Double> aboveZero(double high) {
        BigDecimal largest = BigDecimal.valueOf(high);
        return of(
                "a number above 0," + between(0, high).replace(" from 0", ""),
                1.0,
                yaml -> decimal(yaml)
                        .filter(number -> number.signum() > 0 && number.compareTo(largest) <= 0)
                        .map(BigDecimal::doubleValue));
    }

    public static Form<Double> share() {
        return number(0, 1);
    }

    /** Dollars in the file, cents in the record; the bounds are dollars. */
    public static Form<Long> money(double low, double high) {
        return scaled(2, low, high, "dollars" + between(low, high) + " with at most 2 decimals");
    }

    /** A share of 1 in the file, hundredths of a percent in the record. */
    public static Form<Integer> shareInBasisPoints() {
        return scaled(4, 0, 1, "a share from 0 to 1 with at most 4 decimals").map(Long::intValue);
    }

    /** Percent in the file, hundredths of a percent in the record. */
    public static Form<Integer> percentInBasisPoints() {
        return scaled(2, 0, 100, "percent from 0 to 100 with at most 2 decimals")
                .map(Long::intValue);
    }

    // Words

    public static Form<String> text() {
        return text(LONGEST_TEXT);
    }

    /** Some sentences in one paragraph. */
    public static Form<String> prose() {
        return text(LONGEST_PROSE);
    }

    private static Form<String> text(int longest) {
        return of(
                "a text of 1 to " + longest + " characters",
                "",
                yaml -> scalar(yaml)
                        .map(text -> text.strip())
                        .filter(text -> !text.isEmpty() && text.length() <= longest)
                        .filter(text -> text.chars().noneMatch(Character::isISOControl)));
    }

    /** A key that people type in settings and read in reports. */
    public static Form<String> name() {
        return of(
                "a name of small letters, digits and _, a letter first",
                "",
                yaml -> scalar(yaml).filter(text -> NAME.matcher(text).matches()));
    }

    public static Form<Boolean> flag() {
        return of(
                "true or false",
                false,
                yaml -> plain(yaml)
                        .filter(text -> text.equals("true") || text.equals("false"))
                        .map(Boolean::valueOf));
    }

    public static Form<LocalDate> date() {
        return of(
                "a date of the calendar from " + FIRST_DATE + " to " + LAST_DATE + ", written like 2026-07-15",
                FIRST_DATE.plusYears(20),
                yaml -> scalar(yaml)
                        .flatMap(Form::calendarDate)
                        .filter(date -> !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE)));
    }

    /** A stretch of time, as in {@code 7d}. */
    public static Form<Integer> days(int most) {
        Form<Integer> number = count(1, most);
        return of(
                String.format(Locale.ROOT, "days from 1d to %dd, written like 7d", most),
                most,
                yaml -> scalar(yaml)
                        .filter(text -> text.endsWith("d"))
                        .flatMap(text ->
                                number.parse.apply(new Value(yaml.at(), text.substring(0, text.length() - 1), true))));
    }

    /** A constant's name in small letters. */
    public static <E extends Enum<E>> Form<E> choice(Class<E> type) {
        return oneOf(Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(
                        constant -> constant.name().toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (a, b) -> a,
                        LinkedHashMap::new)));
    }

    /** A category that money is spent in, by its code in Plaid's taxonomy. */
    public static Form<Category> spending() {
        return category(Category::isSpending);
    }

    /** A category that money is earned or received in, by its code in Plaid's taxonomy. */
    public static Form<Category> income() {
        return category(Category::isIncome);
    }

    private static Form<Category> category(Predicate<Category> fits) {
        return oneOf(Arrays.stream(Category.values())
                .filter(fits)
                .collect(Collectors.toMap(Category::name, Function.identity(), (a, b) -> a, LinkedHashMap::new)));
    }

    /** One of the texts that are known, at least one of them. */
    public static Form<String> known(Collection<String> known) {
        return oneOf(known.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new)));
    }

    /** One of the keys. */
    public static <T> Form<T> oneOf(Map<String, T> options) {
        return new Form<>(
                yaml -> scalar(yaml).map(options::get),
                wrong -> closest(wrong == null ? "" : wrong.brief(), options.keySet()),
                options.values().iterator().next());
    }

    /** Tells what a name should have been: the nearest of the known ones, or all when they are few. */
    public static String closest(String wrong, Collection<String> known) {
        String nearest = NearestName.of(wrong, known).orElse(null);
        String all = "one of "
                + known.stream().limit(24).collect(Collectors.joining(", "))
                + (known.size() > 24 ? ", ..." : "");
        return nearest == null ? all : nearest + " (" + all + ")";
    }

    /** The text that stands there; empty for nothing, a list or a block. */
    public static Optional<String> scalar(Yaml yaml) {
        return yaml instanceof Value value && !value.isNull() ? Optional.of(value.text()) : Optional.empty();
    }

    private static Optional<String> plain(Yaml yaml) {
        return yaml instanceof Value value && value.plain() ? Optional.of(value.text()) : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(Yaml yaml) {
        return plain(yaml).filter(text -> NUMBER.matcher(text).matches()).map(BigDecimal::new);
    }

    /** A number with so many decimals at most, times ten to their power; the bounds are as in the file. */
    private static Form<Long> scaled(int decimals, double low, double high, String expected) {
        return scaled(decimals, BigDecimal.valueOf(low), BigDecimal.valueOf(high), expected);
    }

    private static Form<Long> scaled(int decimals, long low, long high, String expected) {
        return scaled(decimals, BigDecimal.valueOf(low), BigDecimal.valueOf(high), expected);
    }

    private static Form<Long> scaled(int decimals, BigDecimal low, BigDecimal high, String expected) {
        return of(
                expected,
                low.movePointRight(decimals).longValueExact(),
                yaml -> decimal(yaml)
                        .filter(number -> number.scale() <= decimals)
                        .filter(number -> number.compareTo(low) >= 0 && number.compareTo(high) <= 0)
                        .map(number -> number.movePointRight(decimals).longValueExact()));
    }

    private static Optional<LocalDate> calendarDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static String between(double low, double high) {
        DecimalFormat format = new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return " from " + format.format(low) + " to " + format.format(high);
    }

    private static String between(long low, long high) {
        return String.format(Locale.ROOT, " from %,d to %,d", low, high);
    }
}
