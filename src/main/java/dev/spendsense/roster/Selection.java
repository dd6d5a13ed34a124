package dev.spendsense.roster;

import dev.spendsense.roster.Filter.AnyOf;
import dev.spendsense.roster.Filter.Condition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Those who meet a filter.
 *
 * @param users must not be changed
 * @param total how many
 * @param counts for each field and value, how many meet the conditions on all other fields and have the value
 */
record Selection(RoaringBitmap users, int total, Map<Field, List<Count>> counts) {

    /** How many users have a value. */
    record Count(String value, int users, boolean chosen) {}

    static Selection of(Filter filter, Disclosure disclosure) {
        List<RoaringBitmap> meeting =
                filter.conditions().stream().map(disclosure::meeting).toList();
        RoaringBitmap users = meetingAll(disclosure, meeting);
        Map<Field, List<Count>> counts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            List<RoaringBitmap> others = new ArrayList<>();
            for (int i = 0; i < meeting.size(); i++) {
                if (!isOn(field, filter.conditions().get(i))) {
                    others.add(meeting.get(i));
                }
            }
            RoaringBitmap base = others.size() == meeting.size() ? users : meetingAll(disclosure, others);
            counts.put(field, counts(field, base, filter, disclosure.tags(field)));
        }
        return new Selection(users, users.getCardinality(), counts);
    }

    private static RoaringBitmap meetingAll(Disclosure disclosure, List<RoaringBitmap> meeting) {
        RoaringBitmap all = disclosure.everybody();
        meeting.forEach(all::and);
        return all;
    }

    private static List<Count> counts(Field field, RoaringBitmap base, Filter filter, Tags tags) {
        return tags.values().stream()
                .map(value -> new Count(
                        value,
                        RoaringBitmap.andCardinality(base, tags.having(value)),
                        filter.conditions().stream()
                                .anyMatch(condition -> isOn(field, condition)
                                        && ((AnyOf) condition).values().contains(value))))
                .toList();
    }

    private static boolean isOn(Field field, Condition condition) {
        return condition instanceof AnyOf anyOf && anyOf.field() == field;
    }
}
