package dev.spendsense.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RandomDataset;
import dev.spendsense.dataset.RandomUsers;
import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.findings.Findings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding users by bitmaps against finding them one by one. */
class RosterTest {

    private static final int USERS = 150;

    private static final Set<Field> FINDINGS =
            EnumSet.of(Field.PERSONA, Field.ANY_PERSONA, Field.SIGNAL, Field.RECOMMENDATION, Field.KIND, Field.STATUS);

    @TempDir
    private static Path folder;

    private static Path file;
    private static Dataset dataset;

    private final Decisions decisions = new Decisions();
    private Roster roster;

    @BeforeAll
    static void writeDataset() {
        file = RandomDataset.write(folder.resolve("random.db"), new RandomUsers(7), USERS);
        dataset = Dataset.open(file);
    }

    @AfterAll
    static void closeDataset() {
        dataset.close();
    }

    @BeforeEach
    void openRoster() {
        roster = Roster.open(file, decisions);
    }

    @Test
    void finds_counts_and_sorts_as_one_by_one_while_people_change_things() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Search search = randomSearch(random);
            LocalDate look = search.asOf().orElse(lastLook());
            List<Person> everybody = Person.everybody(dataset, look, decisions);

            assertThat(walk(search)).as(search.toString()).isEqualTo(sortedIds(everybody, search));
            Page first = roster.find(search);
            assertThat(first.total()).isEqualTo((int) everybody.stream()
                    .filter(person -> person.meets(search.filter()))
                    .count());
            for (Facet facet : first.facets()) {
                for (Facet.Value value : facet.values()) {
                    assertThat(value.users())
                            .as(search + ", " + facet.field() + " " + value)
                            .isEqualTo((int) everybody.stream()
                                    .filter(person -> person.meetsAllBut(facet.field(), search.filter()))
                                    .filter(person ->
                                            person.values().get(facet.field()).contains(value.name()))
                                    .count());
                }
            }
            somebodyChangesSomething(random);
        }
    }

    @Test
    void outlines_everybody_as_one_by_one_while_people_change_things() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            somebodyChangesSomething(random);
            LocalDate look = any(dataset.looks(), random);
            List<Person> everybody = Person.everybody(dataset, look, decisions);
            Outline outline = roster.outline(Optional.of(look));

            assertThat(outline.users()).isEqualTo(USERS);
            assertThat(outline.consenting())
                    .isEqualTo((int) everybody.stream().filter(Person::consent).count());
            for (Facet.Value persona : outline.personas()) {
                assertThat(persona.users()).as(persona.name()).isEqualTo((int) everybody.stream()
                        .filter(it -> it.values().get(Field.PERSONA).contains(persona.name()))
                        .count());
            }
            assertThat(outline.cells())
                    .containsExactlyInAnyOrderElementsOf(everybody.stream()
                            .filter(it -> it.figures().containsKey(Figure.BEHAVIORS))
                            .flatMap(it -> it.values().get(Field.PROFILE).stream()
                                    .map(profile -> Map.entry(profile, Optional.ofNullable(it.primary()))))
                            .collect(Collectors.groupingBy(cell -> cell, Collectors.summingInt(cell -> 1)))
                            .entrySet()
                            .stream()
                            .map(it -> new Outline.Cell(
                                    it.getKey().getKey(), it.getKey().getValue(), it.getValue()))
                            .toList());
            assertThat(outline.confidences())
                    .isEqualTo(IntStream.range(0, Outline.BINS)
                            .map(step -> (int) everybody.stream()
                                    .map(it -> it.figures().get(Figure.CONFIDENCE))
                                    .filter(Objects::nonNull)
                                    .filter(it -> Math.min(Outline.BINS - 1, (int) (it * Outline.BINS)) == step)
                                    .count())
                            .boxed()
                            .toList());
        }
    }

    @Test
    void users_without_consent_are_found_by_nothing_that_rules_concluded() {
        LocalDate look = lastLook();
        List<String> judged = dataset.userIds().stream()
                .filter(id -> dataset.findings(id, look).isPresent())
                .toList();
        assertThat(roster.entry(judged.get(0)).orElseThrow().finding()).isPresent();
        judged.forEach(id -> decisions.make(number -> new Standing.Change.Consent(number, id, false)));

        Page everybody = roster.find(Search.everybody());
        assertThat(everybody.total()).isEqualTo(USERS);
        assertThat(everybody.items())
                .allSatisfy(entry -> assertThat(entry.finding()).isEmpty());
        assertThat(everybody.facets().stream()
                        .filter(facet -> FINDINGS.contains(facet.field()))
                        .flatMap(facet -> facet.values().stream()))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.users()).isZero());
        for (Field field : FINDINGS) {
            Filter filter = new Filter(List.of(new Filter.AnyOf(field, Set.copyOf(roster.values(field)))));
            assertThat(roster.find(searching(filter)).total())
                    .as(field.toString())
                    .isZero();
        }
        for (Figure figure : List.of(Figure.CONFIDENCE, Figure.BEHAVIORS, Figure.RECOMMENDATIONS)) {
            Filter filter =
                    new Filter(List.of(new Filter.Between(figure, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)));
            assertThat(roster.find(searching(filter)).total())
                    .as(figure.toString())
                    .isZero();
        }
        for (SortKey.Column column : List.of(
                SortKey.Column.PERSONA,
                SortKey.Column.CONFIDENCE,
                SortKey.Column.BEHAVIORS,
                SortKey.Column.RECOMMENDATIONS)) {
            Search sorted = new Search(
                    Filter.EVERYBODY,
                    Optional.empty(),
                    List.of(new SortKey(column, true)),
                    Search.MOST,
                    Optional.empty());
            assertThat(walk(sorted)).as("sorted by " + column).isEqualTo(dataset.userIds());
        }

        decisions.make(number -> new Standing.Change.Consent(number, judged.get(0), true));
        assertThat(roster.entry(judged.get(0)).orElseThrow().finding()).isPresent();
    }

    @Test
    void a_page_goes_on_after_the_last_user_however_that_user_stands_by_then() {
        Search search = roster.read(Map.of("sort", List.of("-confidence"), "limit", List.of("3")));
        Page first = roster.find(search);
        String last = first.items().get(2).userId();
        List<String> before = walk(search);

        decisions.make(number -> new Standing.Change.Consent(number, last, false));
        Search second = continued(search, first.next().orElseThrow());
        assertThat(roster.find(second).items().stream().map(Entry::userId))
                .containsExactlyElementsOf(before.subList(3, 6));
    }

    @Test
    void a_cursor_serves_the_search_it_came_from_and_no_other() {
        Search search = roster.read(Map.of("sort", List.of("name"), "limit", List.of("5")));
        String cursor = roster.find(search).next().orElseThrow();
        assertThatThrownBy(() -> roster.find(roster.read(Map.of("sort", List.of("-name"), "cursor", List.of(cursor)))))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageContaining("cursor: it belongs to another search");
        assertThatThrownBy(() -> roster.find(roster.read(
                        Map.of("sort", List.of("name"), "consent", List.of("true"), "cursor", List.of(cursor)))))
                .hasMessageContaining("another search");
        Path other = RandomDataset.write(folder.resolve("other.db"), new RandomUsers(8), 20);
        assertThatThrownBy(() -> Roster.open(other, decisions).find(continued(search, cursor)))
                .hasMessageContaining("another dataset");
        for (String broken : List.of("", "x", "AQAA", cursor.substring(1), cursor + "AA", flipped(cursor))) {
            assertThatThrownBy(() -> roster.find(continued(search, broken)))
                    .as(broken)
                    .isInstanceOf(InvalidSearch.class)
                    .hasMessageContaining("this is no cursor");
        }
    }

    @Test
    void names_and_values_that_are_not_known_are_told_all_at_once() {
        InvalidSearch refusal = catchThrowableOfType(
                InvalidSearch.class,
                () -> roster.read(Map.of(
                        "persona", List.of("overspendr,balanced"),
                        "signall", List.of("s0"),
                        "confidence_min", List.of("high"),
                        "age_min", List.of("70"),
                        "age_max", List.of("20"),
                        "as_of", List.of("2020-01-01"),
                        "sort", List.of("-confidense,name,-name"),
                        "limit", List.of("100000"))));
        assertThat(refusal.problems())
                .extracting(problem -> problem.parameter() + "=" + problem.value() + ": " + problem.message())
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("persona=overspendr: no persona of this dataset; did you mean overspender?"))
                .anySatisfy(
                        problem -> assertThat(problem).isEqualTo("signall=s0: unknown parameter; did you mean signal?"))
                .anySatisfy(problem -> assertThat(problem).isEqualTo("confidence_min=high: expected a number"))
                .anySatisfy(problem -> assertThat(problem).isEqualTo("age_min=70.0: is more than age_max, 20.0"))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("as_of=2020-01-01: the rules did not look on that day, but on"))
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("sort=-confidense: cannot be sorted by; did you mean confidence?"))
                .anySatisfy(problem -> assertThat(problem).endsWith("names a column twice"))
                .anySatisfy(
                        problem -> assertThat(problem).isEqualTo("limit=100000: expected a whole number from 1 to 200"))
                .hasSize(8);
    }

    @Test
    void values_have_the_titles_that_the_rules_gave_them() {
        assertThat(roster.title(Field.PERSONA, "overspender")).isEqualTo("Overspender");
        assertThat(roster.title(Field.SIGNAL, "s3")).isEqualTo("s3");
        assertThat(roster.values(Field.SIGNAL)).startsWith("s0", "s1").contains("s2", "s3");
    }

    private Search randomSearch(Random random) {
        List<Filter.Condition> conditions = new ArrayList<>();
        for (Field field : Field.values()) {
            if (random.nextInt(6) == 0) {
                List<String> values = List.copyOf(roster.values(field));
                conditions.add(new Filter.AnyOf(field, Set.of(any(values, random))));
            }
        }
        if (random.nextInt(4) == 0) {
            conditions.add(new Filter.Between(any(List.of(Figure.values()), random), 0.3, 60));
        }
        if (random.nextInt(5) == 0) {
            conditions.add(new Filter.Matches(random.nextBoolean() ? "O'NEILL 1" : "u" + random.nextInt(9)));
        }
        List<SortKey> sort = Stream.of(SortKey.Column.values())
                .filter(column -> random.nextInt(5) == 0)
                .map(column -> new SortKey(column, random.nextBoolean()))
                .toList();
        Optional<LocalDate> look = random.nextBoolean() ? Optional.empty() : Optional.of(any(dataset.looks(), random));
        return new Search(new Filter(conditions), look, sort, 1 + random.nextInt(40), Optional.empty());
    }

    private void somebodyChangesSomething(Random random) {
        String user = any(dataset.userIds(), random);
        decisions.make(number -> new Standing.Change.Consent(number, user, random.nextInt(3) > 0));
        String other = any(dataset.userIds(), random);
        decisions.make(number -> new Standing.Change.Persona(
                number, other, random.nextInt(3) == 0 ? Optional.empty() : Optional.of("balanced")));
        for (int i = 0; i < 5; i++) {
            Optional<Findings> findings = dataset.findings(any(dataset.userIds(), random), lastLook());
            findings.filter(its -> !its.recommendations().isEmpty())
                    .ifPresent(its -> decisions.make(number -> new Standing.Change.Decision(
                            number,
                            new RecommendationId(
                                    its.userId(),
                                    any(its.recommendations(), random).code(),
                                    its.asOf()),
                            any(decisions.statuses(), random))));
        }
    }

    private List<String> walk(Search search) {
        List<String> ids = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page page =
                    roster.find(next.map(cursor -> continued(search, cursor)).orElse(search));
            page.items().forEach(entry -> ids.add(entry.userId()));
            next = page.next();
        } while (next.isPresent());
        return ids;
    }

    @SuppressWarnings("unchecked")
    private static List<String> sortedIds(List<Person> people, Search search) {
        Comparator<Person> order = (a, b) -> 0;
        for (SortKey key : search.sort()) {
            Comparator<Comparable<Object>> values =
                    key.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
            order = order.thenComparing(
                    person -> (Comparable<Object>) person.value(key.column()), Comparator.nullsLast(values));
        }
        return people.stream()
                .filter(person -> person.meets(search.filter()))
                .sorted(order)
                .map(person -> person.customer().id())
                .toList();
    }

    private static Search searching(Filter filter) {
        return new Search(filter, Optional.empty(), List.of(), Search.USUAL, Optional.empty());
    }

    private static Search continued(Search search, String cursor) {
        return new Search(search.filter(), search.asOf(), search.sort(), search.limit(), Optional.of(cursor));
    }

    private static String flipped(String cursor) {
        char middle = cursor.charAt(12);
        return cursor.substring(0, 12) + (middle == 'A' ? 'B' : 'A') + cursor.substring(13);
    }

    private static LocalDate lastLook() {
        return dataset.looks().get(dataset.looks().size() - 1);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
