package dev.spendsense.roster;

import dev.spendsense.bank.Band;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.dataset.RunRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The users of one dataset, ready to be found. For many threads. */
public final class Roster {

    /** What is written for a parameter of a search. */
    public enum Parameter {
        TEXT,
        DATE,
        NUMBER,
        WHOLE_NUMBER,
        /** One value, or several with commas between them, of which users have to have one. */
        ANY_OF
    }

    /** Every parameter that {@link #read} knows, by name. */
    public static Map<String, Parameter> parameters() {
        return SearchReader.parameters();
    }

    /** Looks before the last one that are kept ready. */
    private static final int EARLIER_LOOKS = 4;

    private final Path file;
    private final RunRecord run;
    private final Standing standing;
    private final long fingerprint;
    private final People people;
    private final Set<String> profiles;
    private final Map<Field, Map<String, String>> titles;
    private final LookIndex last;
    private final Recent<LocalDate, LookIndex> earlier = new Recent<>(EARLIER_LOOKS);

    private Roster(Path file, Dataset dataset, Standing standing) {
        this.file = file;
        this.run = dataset.run();
        this.standing = standing;
        this.fingerprint = Cursor.datasetOf(run);
        this.people = People.read(dataset);
        this.profiles = new LinkedHashSet<>(run.usersByProfile().keySet());
        dataset.census().everyProfile(profiles::add);
        this.titles = titles(run);
        this.last = index(dataset, lastDay());
    }

    /**
     * Reads everybody's row, and the conclusions of the last look; the time is in proportion to those, not to
     * transactions.
     *
     * @param standing what people change, asked at every search
     * @throws DatasetException when there is no such dataset, or it is damaged
     */
    public static Roster open(Path file, Standing standing) {
        try (Dataset dataset = Dataset.open(file)) {
            return new Roster(file, dataset, standing);
        }
    }

    /**
     * A search from named values, such as those of a query string: {@code q}, the {@link Field fields}, the {@link Figure
     * figures} with {@code _min} and {@code _max}, {@code as_of}, {@code sort}, {@code limit}, {@code cursor}. Several
     * values of a field mean any of them.
     *
     * @throws InvalidSearch when a name or a value is not known; it tells all that are not
     */
    public Search read(Map<String, List<String>> named) {
        return new SearchReader(this::values, run.looks()).read(named);
    }

    /**
     * A page of those who are looked for.
     *
     * @throws InvalidSearch when the cursor does not continue this search
     */
    public Page find(Search search) {
        LocalDate look = search.asOf().orElse(lastDay());
        Disclosure disclosure = at(look).disclosure();
        Selection found = disclosure.select(search.filter());
        Order order = disclosure.order(search.sort());
        long question = Cursor.questionOf(search, look);
        Order.Mark after = search.cursor()
                .map(text -> Cursor.unpack(text)
                        .checkedFor(fingerprint, question, text)
                        .mark())
                .orElse(null);
        int[] users = order.page(found.users(), after, search.limit() + 1);
        Optional<String> next = Optional.empty();
        if (users.length > search.limit()) {
            Order.Mark mark = order.mark(users[search.limit() - 1]);
            next = Optional.of(new Cursor(fingerprint, question, mark).pack());
        }
        return new Page(
                IntStream.of(users)
                        .limit(search.limit())
                        .mapToObj(disclosure::entry)
                        .toList(),
                next,
                found.total(),
                found.counts().entrySet().stream()
                        .map(counts -> facet(counts.getKey(), counts.getValue()))
                        .toList(),
                run.looks().isEmpty() ? Optional.empty() : Optional.of(look));
    }

    /** All who are looked for, as they stand now; limit and cursor of the search do not matter. */
    public Stream<Entry> findAll(Search search) {
        Disclosure disclosure = at(search.asOf().orElse(lastDay())).disclosure();
        Selection found = disclosure.select(search.filter());
        return disclosure.order(search.sort()).all(found.users()).mapToObj(disclosure::entry);
    }

    /**
     * Everybody in counts.
     *
     * @param asOf the look whose conclusions count; empty for the last one
     */
    public Outline outline(Optional<LocalDate> asOf) {
        LocalDate look = asOf.orElse(lastDay());
        Disclosure disclosure = at(look).disclosure();
        Tags personas = disclosure.tags(Field.PERSONA);
        return new Outline(
                size(),
                disclosure.tags(Field.CONSENT).having(Boolean.TRUE.toString()).getCardinality(),
                disclosure.disclosed().getCardinality(),
                personas.values().stream()
                        .map(name -> new Facet.Value(
                                name,
                                title(Field.PERSONA, name),
                                personas.having(name).getCardinality(),
                                false))
                        .toList(),
                Outline.cells(disclosure.tags(Field.PROFILE), personas, disclosure.disclosed()),
                IntStream.of(disclosure.confidences(Outline.BINS)).boxed().toList(),
                run.looks().isEmpty() ? Optional.empty() : Optional.of(look));
    }

    /** Whether a user allows findings, now: what the dataset has, unless the user said otherwise since. */
    public boolean consents(String userId) {
        OptionalInt user = people.number(userId);
        return user.isPresent() && last.disclosure().consents(user.getAsInt());
    }

    /** Those who consented when the dataset was written and do not consent now, in the order of the population. */
    public List<String> withdrawn() {
        return last.disclosure().withdrawn().stream().mapToObj(people::id).toList();
    }

    /** A user as of the last look, as a list shows one; empty when there is no such user. */
    public Optional<Entry> entry(String userId) {
        OptionalInt user = people.number(userId);
        return user.isPresent() ? Optional.of(last.disclosure().entry(user.getAsInt())) : Optional.empty();
    }

    /** Every value that a field can have in this dataset, in the order in which people read them. */
    public Collection<String> values(Field field) {
        return field == Field.PROFILE ? profiles : last.disclosure().tags(field).values();
    }

    /** What a value of a field is called; its name when it has no title. */
    public String title(Field field, String value) {
        return titles.getOrDefault(field, Map.of()).getOrDefault(value, value);
    }

    /** How many users there are. */
    public int size() {
        return people.size();
    }

    private Facet facet(Field field, List<Selection.Count> counts) {
        return new Facet(
                field,
                counts.stream()
                        .map(count -> new Facet.Value(
                                count.value(), title(field, count.value()), count.users(), count.chosen()))
                        .toList());
    }

    private LocalDate lastDay() {
        List<LocalDate> looks = run.looks();
        return looks.isEmpty() ? run.origin().to() : looks.get(looks.size() - 1);
    }

    private LookIndex at(LocalDate look) {
        return look.equals(lastDay())
                ? last
                : earlier.get(look, () -> {
                    try (Dataset dataset = Dataset.open(file)) {
                        return index(dataset, look);
                    }
                });
    }

    private LookIndex index(Dataset dataset, LocalDate look) {
        Tags planted = new Tags(profiles);
        dataset.census().profiles(look, (user, profile) -> planted.add(profile, user));
        planted.compact();
        Conclusions conclusions = run.looks().isEmpty()
                ? Conclusions.none(people.size())
                : Conclusions.read(dataset, look, people.size());
        return new LookIndex(people, planted, conclusions, look, standing);
    }

    private static Map<Field, Map<String, String>> titles(RunRecord run) {
        Map<Field, Map<String, String>> titles = new HashMap<>();
        run.origin().rules().ifPresent(rules -> {
            titles.put(Field.PERSONA, titles(rules.personas()));
            titles.put(Field.ANY_PERSONA, titles(rules.personas()));
            titles.put(Field.PROFILE, titles(rules.personas()));
            titles.put(Field.SIGNAL, titles(rules.signals()));
            titles.put(Field.RECOMMENDATION, titles(rules.contents()));
        });
        titles.put(Field.AGE_BAND, bandTitles(Band.AGES));
        titles.put(Field.INCOME_BAND, bandTitles(Band.INCOMES));
        return titles;
    }

    private static Map<String, String> titles(List<RuleText.Word> words) {
        Map<String, String> titles = new HashMap<>();
        words.forEach(word -> titles.put(word.name(), word.title()));
        return titles;
    }

    private static Map<String, String> bandTitles(List<Band> bands) {
        Map<String, String> titles = new HashMap<>();
        bands.forEach(band -> titles.put(band.name(), band.title()));
        return titles;
    }
}
