package dev.spendsense.twin;

import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The statement of a card in two lives.
 *
 * @param card which one of the customer's cards, from 1
 * @param closingDate when it closed
 * @param original empty when that life has no such statement
 * @param twin the same of the other life
 */
public record StatementPair(int card, LocalDate closingDate, Optional<Statement> original, Optional<Statement> twin) {

    private record Key(int card, LocalDate closingDate) {}

    /** All of either life, by card and closing date. */
    static List<StatementPair> of(Both<History> histories) {
        Both<Map<Key, Statement>> all = histories.map(StatementPair::byKey);
        Map<Key, Statement> keys = byCardAndDate();
        keys.putAll(all.original());
        keys.putAll(all.twin());
        return keys.keySet().stream()
                .map(it -> new StatementPair(
                        it.card,
                        it.closingDate,
                        Optional.ofNullable(all.original().get(it)),
                        Optional.ofNullable(all.twin().get(it))))
                .toList();
    }

    private static Map<Key, Statement> byKey(History history) {
        Places places = new Places(history);
        Map<Key, Statement> statements = byCardAndDate();
        history.statements().forEach(it -> statements.put(new Key(places.nth(it.account()), it.closingDate()), it));
        return statements;
    }

    private static Map<Key, Statement> byCardAndDate() {
        return new TreeMap<>(Comparator.comparingInt(Key::card).thenComparing(Key::closingDate));
    }
}
