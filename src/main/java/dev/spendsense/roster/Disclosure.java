package dev.spendsense.roster;

import dev.spendsense.roster.Filter.AnyOf;
import dev.spendsense.roster.Filter.Between;
import dev.spendsense.roster.Filter.Matches;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Everything that may be told about the users at one look and one moment. This is the one place where conclusions meet
 * consent: it is made with the conclusions of those who do not consent left out, and whatever is found, counted, sorted
 * or shown comes from here. Never changes once it is made.
 */
final class Disclosure {

    private final People people;
    private final RoaringBitmap consenting;
    private final RoaringBitmap disclosed;
    private final Map<Field, Tags> tags = new EnumMap<>(Field.class);
    private final Texts primary;
    private final RoaringBitmap overridden = new RoaringBitmap();
    private final Conclusions conclusions;
    private final Recent<Filter, Selection> selections = new Recent<>(64);

    Disclosure(People people, Tags profiles, Conclusions conclusions, Amendments amendments) {
        this.people = people;
        this.conclusions = conclusions;
        this.consenting = amendments.consenting().clone();
        this.disclosed = RoaringBitmap.and(consenting, conclusions.judged);
        this.primary = conclusions.primary.copy();
        Tags personas = conclusions.persona.map(RoaringBitmap::clone);
        Tags anyPersona = conclusions.anyPersona.map(RoaringBitmap::clone);
        amendments.personas().forEach((user, persona) -> {
            override(personas, user, persona);
            anyPersona.add(persona, user);
        });
        tags.put(Field.PERSONA, permitted(personas));
        tags.put(Field.ANY_PERSONA, permitted(anyPersona));
        tags.put(Field.SIGNAL, permitted(conclusions.signal));
        tags.put(Field.RECOMMENDATION, permitted(conclusions.recommendation));
        tags.put(Field.KIND, permitted(conclusions.kind));
        tags.put(Field.STATUS, permitted(amendments.statuses()));
        tags.put(Field.PROFILE, profiles);
        tags.put(Field.CONSENT, consent());
        tags.put(Field.REGION, people.regions());
        tags.put(Field.AGE_BAND, people.ageBands());
        tags.put(Field.INCOME_BAND, people.incomeBands());
    }

    private void override(Tags personas, int user, String persona) {
        if (primary.code(user) != Texts.NONE) {
            personas.remove(primary.text(user), user);
        }
        primary.put(user, persona);
        personas.add(persona, user);
        overridden.add(user);
    }

    private Tags permitted(Tags all) {
        return all.map(users -> RoaringBitmap.and(users, disclosed));
    }

    private Tags consent() {
        Tags consent = new Tags(List.of());
        RoaringBitmap refusing = RoaringBitmap.andNot(people.everybody(), consenting);
        consent.put(Boolean.TRUE.toString(), consenting);
        consent.put(Boolean.FALSE.toString(), refusing);
        return consent;
    }

    /** The users that have each value of a field. */
    Tags tags(Field field) {
        return tags.get(field);
    }

    /** Those who meet all conditions, with the counts around them. */
    Selection select(Filter filter) {
        return selections.get(filter, () -> Selection.of(filter, this));
    }

    /** The order by some keys. */
    Order order(List<SortKey> sort) {
        return new Order(sort.stream()
                .map(key -> new Order.Key(scale(key.column()), key.descending()))
                .toList());
    }

    RoaringBitmap everybody() {
        return people.everybody();
    }

    /** Those who consented once and do not now. */
    RoaringBitmap withdrawn() {
        return RoaringBitmap.andNot(people.consenting(), consenting);
    }

    /** Those of whom something may be told: they consent, and rules have judged them. */
    RoaringBitmap disclosed() {
        return disclosed;
    }

    /** How many users have a confidence in each of some steps of equal width from 0 to 1. */
    int[] confidences(int steps) {
        int[] users = new int[steps];
        for (IntIterator having = having(Figure.CONFIDENCE).getIntIterator(); having.hasNext(); ) {
            double confidence = conclusions.confidence[having.next()];
            if (!Double.isNaN(confidence)) {
                users[Math.min(steps - 1, (int) (confidence * steps))]++;
            }
        }
        return users;
    }

    /** Those who meet a condition. */
    RoaringBitmap meeting(Filter.Condition condition) {
        if (condition instanceof AnyOf anyOf) {
            return tags.get(anyOf.field()).havingAny(anyOf.values());
        }
        if (condition instanceof Matches matches) {
            return people.matching(matches.text());
        }
        Between between = (Between) condition;
        IntToDoubleFunction figure = unguarded(between.figure());
        RoaringBitmap found = new RoaringBitmap();
        for (IntIterator users = having(between.figure()).getIntIterator(); users.hasNext(); ) {
            int user = users.next();
            double value = figure.applyAsDouble(user);
            if (between.least() <= value && value <= between.most()) {
                found.add(user);
            }
        }
        return found;
    }

    /** The users of whom a figure may be told, if they have it. */
    private RoaringBitmap having(Figure figure) {
        return switch (figure) {
            case AGE, ANNUAL_INCOME_CENTS -> people.everybody();
            case CONFIDENCE -> RoaringBitmap.andNot(disclosed, overridden);
            case BEHAVIORS, RECOMMENDATIONS -> disclosed;
        };
    }

    /** A figure of each user; not a number where it is unknown or may not be told. */
    private IntToDoubleFunction figure(Figure figure) {
        RoaringBitmap having = having(figure);
        IntToDoubleFunction value = unguarded(figure);
        return user -> having.contains(user) ? value.applyAsDouble(user) : Double.NaN;
    }

    private IntToDoubleFunction unguarded(Figure figure) {
        return switch (figure) {
            case AGE -> people::age;
            case ANNUAL_INCOME_CENTS -> people::income;
            case CONFIDENCE -> user -> conclusions.confidence[user];
            case BEHAVIORS -> user -> conclusions.behaviors[user];
            case RECOMMENDATIONS -> user -> conclusions.recommendations[user];
        };
    }

    private Scale scale(SortKey.Column column) {
        return switch (column) {
            case USER_ID -> people.byId();
            case NAME -> people.byName();
            case REGION -> people.byRegion();
            case PERSONA -> Scale.of(primary, this::hasPersona);
            case AGE -> Scale.of(figure(Figure.AGE));
            case ANNUAL_INCOME_CENTS -> Scale.of(figure(Figure.ANNUAL_INCOME_CENTS));
            case CONFIDENCE -> Scale.of(figure(Figure.CONFIDENCE));
            case BEHAVIORS -> Scale.of(figure(Figure.BEHAVIORS));
            case RECOMMENDATIONS -> Scale.of(figure(Figure.RECOMMENDATIONS));
        };
    }

    private boolean hasPersona(int user) {
        return disclosed.contains(user) && primary.code(user) != Texts.NONE;
    }

    boolean consents(int user) {
        return consenting.contains(user);
    }

    /** A user as a list shows one. */
    Entry entry(int user) {
        return new Entry(
                people.id(user),
                people.name(user),
                people.age(user),
                people.region(user),
                people.income(user),
                consenting.contains(user),
                tags.get(Field.PROFILE).valuesOf(user),
                disclosed.contains(user) ? Optional.of(finding(user)) : Optional.empty());
    }

    private Entry.Finding finding(int user) {
        double confidence = overridden.contains(user) ? Double.NaN : conclusions.confidence[user];
        return new Entry.Finding(
                hasPersona(user) ? Optional.of(primary.text(user)) : Optional.empty(),
                overridden.contains(user),
                Double.isNaN(confidence) ? Optional.empty() : Optional.of(confidence),
                conclusions.behaviors[user],
                conclusions.recommendations[user]);
    }
}
