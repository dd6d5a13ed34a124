package dev.spendsense.rules.grammar;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.facts.User;
import dev.spendsense.rules.facts.Window;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody with one account of each kind and no transactions, whom helpers are asked about to learn in what unit they
 * answer: the answer is mostly unknown, but even an unknown measure has its unit.
 */
final class SampleUser {

    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 15);
    private static final int DAYS = 30;

    private final Map<Class<?>, Object> samples = new HashMap<>();

    SampleUser(Definitions definitions) {
        Account card = account(2, AccountType.CREDIT_CARD, 100_000);
        List<Account> accounts = List.of(account(0, AccountType.CHECKING, 0), account(1, AccountType.SAVINGS, 0), card);
        Statement statement = new Statement(card, AS_OF.minusDays(DAYS), 1_000, 0, 1_000, AS_OF.minusDays(1));
        History history = new History(
                new Customer("sample", "Sample", 40, "South", 5_000_000, true),
                AS_OF.minusDays(400),
                AS_OF,
                accounts,
                List.of(),
                List.of(statement),
                List.of());
        try {
            Behavior behavior = Behavior.of(history, definitions.vocabulary().categorySets(), 0);
            Window window = new User(definitions, behavior).last(DAYS);
            for (Object sample : List.of(
                    window,
                    window.spending(),
                    window.income(),
                    window.cash(),
                    window.savings(),
                    window.cards(),
                    window.cards().all().get(0))) {
                samples.put(sample.getClass(), sample);
            }
        } catch (RuntimeException e) {
            samples.clear(); // the vocabulary lacks what measures need, which is told elsewhere
        }
    }

    private static Account account(int slot, AccountType type, long limit) {
        return new Account("a" + slot, slot, type, "Account", "000" + slot, 0, limit, 0);
    }

    /** The unit of what a helper answers, unless it depends on more than the kinds of what it is given. */
    Optional<Unit> unitOf(Value whose, Method helper, List<Value> given) {
        Object sample = whose.isMeasure()
                ? whose.unit().map(unit -> Measure.unknown("", unit)).orElse(null)
                : samples.get(whose.type());
        if (sample == null || given.size() != helper.getParameterCount()) {
            return Optional.empty();
        }
        Object[] arguments = new Object[given.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = sample(helper.getParameterTypes()[i], given.get(i), whose);
        }
        try {
            return Optional.of(((Measure) helper.invoke(sample, arguments)).unit());
        } catch (InvocationTargetException | IllegalAccessException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Object sample(Class<?> type, Value given, Value whose) {
        if (type == double.class) {
            return 1.0;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == String.class) {
            return given.place().text();
        }
        if (type == Measure.class) {
            return Measure.unknown("", given.unit().or(whose::unit).orElse(Unit.COUNT));
        }
        return type == List.class ? List.of() : null;
    }
}
