package dev.spendsense.rules.grammar;

import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.vetting.DrlToken;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What values count, so that days are not compared with dollars, nor a share with a percentage. */
final class Units {

    private static final Set<String> THRESHOLDS = Set.of("above", "atLeast", "below", "atMost");

    /** A share above this was meant as a percentage. */
    private static final double LARGEST_SHARE = 2;

    private final Cursor cursor;
    private final Definitions definitions;
    private final SampleUser sample;

    Units(Cursor cursor, Definitions definitions, SampleUser sample) {
        this.cursor = cursor;
        this.definitions = definitions;
        this.sample = sample;
    }

    /** What the result of a helper counts. */
    Optional<Unit> of(Value whose, Method method, List<Value> given) {
        if (method.getName().equals("param") && isName(given)) {
            return parameter(given.get(0));
        }
        if (method.getName().equals("confidence")) {
            return Optional.of(Unit.PROBABILITY);
        }
        if (method.getReturnType() == Measure.class) {
            return sample.unitOf(whose, method, given);
        }
        boolean signal = method.getName().equals("signal") && given.size() == 2;
        boolean ofTheSame = whose.isMeasure() && method.getName().equals("value");
        return signal ? given.get(1).unit() : ofTheSame ? whose.unit() : Optional.empty();
    }

    /** Holds a threshold against what it is a threshold of. */
    void check(Value whose, DrlToken helper, List<Value> given) {
        if (!THRESHOLDS.contains(helper.text()) || given.size() != 1) {
            return;
        }
        Value threshold = given.get(0);
        boolean named = threshold.isText() && threshold.literal();
        compare(whose, named ? threshold.in(parameter(threshold)) : threshold);
    }

    void checkNumbers(Value left, Value right) {
        compare(left, right);
        if (left.literal()) {
            compare(right, left);
        }
    }

    private void compare(Value measured, Value threshold) {
        if (measured.unit().isEmpty()) {
            return;
        }
        Unit unit = measured.unit().get();
        boolean fraction = unit == Unit.SHARE || unit == Unit.PROBABILITY || unit == Unit.SHARE_PER_MONTH;
        if (threshold.literal() && threshold.isNumber()) {
            double number = Double.parseDouble(threshold.place().text());
            if (fraction && number > (unit == Unit.SHARE ? LARGEST_SHARE : 1)) {
                cursor.report(
                        FaultKind.PERCENT_FOR_FRACTION,
                        threshold.place(),
                        threshold.place().text() + " is compared with a " + unit.label() + ", which is a fraction of 1",
                        "write " + number / 100 + " for " + threshold.place().text() + "%, or better a parameter");
            }
        } else if (threshold.unit().isPresent() && !alike(unit, threshold.unit().get())) {
            cursor.report(
                    FaultKind.WRONG_UNIT,
                    threshold.place(),
                    threshold.place().text() + " is in "
                            + threshold.unit().get().label()
                            + ", what it is compared with in "
                            + unit.label(),
                    "correct the unit of the parameter, or choose another parameter");
        }
    }

    private static boolean alike(Unit one, Unit other) {
        boolean fractions =
                Set.of(Unit.SHARE, Unit.PROBABILITY, Unit.SHARE_PER_MONTH).containsAll(List.of(one, other))
                        && one != Unit.SHARE_PER_MONTH
                        && other != Unit.SHARE_PER_MONTH;
        return one == other || fractions;
    }

    private static boolean isName(List<Value> given) {
        return given.size() == 1 && given.get(0).isText() && given.get(0).literal();
    }

    private Optional<Unit> parameter(Value name) {
        String text = name.place().text();
        return definitions.parameters().isSound(text)
                ? Optional.of(definitions.parameters().get(text).unit())
                : Optional.empty();
    }
}
