package dev.spendsense.twin;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Findings;
import dev.spendsense.rules.RuleBase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the rules conclude of two lives, look by look.
 *
 * @param all by date; empty when the rules did not look
 * @param whyNone why the rules did not look; empty when they did
 */
public record Looks(List<Look> all, Optional<String> whyNone) {

    public Looks {
        all = List.copyOf(all);
    }

    static Looks at(List<LocalDate> dates, Optional<RuleBase> rules, Both<History> histories) {
        if (rules.isEmpty()) {
            return none("the dataset was made without rules");
        }
        Both<Boolean> consents = histories.map(it -> it.customer().consent());
        if (!consents.original() || !consents.twin()) {
            String who = consents.same() ? "the user" : consents.original() ? "the twin" : "the original";
            return none(who + " does not consent, and without consent nobody looks");
        }
        Both<List<Findings>> findings = histories.map(it -> rules.get().evaluate(it, dates));
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            int look = i;
            looks.add(new Look(findings.map(it -> it.get(look))));
        }
        return new Looks(looks, Optional.empty());
    }

    private static Looks none(String why) {
        return new Looks(List.of(), Optional.of(why));
    }

    /** The last look; empty when the rules did not look. */
    public Optional<Look> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Date of the first look of some kind, for example one at which personas differ. */
    public Optional<LocalDate> first(Predicate<Look> kind) {
        return all.stream().filter(kind).map(Look::asOf).findFirst();
    }
}
