package dev.spendsense.workbench.cases;

import dev.spendsense.bank.Transaction;
import dev.spendsense.workbench.cases.WrittenUser.Line;
import dev.spendsense.workbench.cases.WrittenUser.Posting;
import dev.spendsense.workbench.cases.WrittenUser.WrittenCard;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes a user smaller as long as something about the user stays: whole accounts first, then lines in groups of one
 * merchant, one category, one month, then single lines; what cannot go is summed up (delta debugging: A. Zeller and R. Hildebrandt, Simplifying and
 * isolating failure-inducing input, IEEE Transactions on Software Engineering 28(2), 2002).
 */
final class Reduction {

    private final Predicate<WrittenUser> stays;
    private final LocalDate asOf;
    private int left;
    private WrittenUser user;

    private Reduction(WrittenUser user, LocalDate asOf, Predicate<WrittenUser> stays, int trials) {
        this.user = user;
        this.asOf = asOf;
        this.stays = stays;
        this.left = trials;
    }

    /**
     * @param user
     *     the smallest user that was found
     * @param trials how many users were tried
     * @param minimal whether no single line can be left out any more
     */
    record Outcome(WrittenUser user, int trials, boolean minimal) {}

    /**
     * Reduces a user.
     *
     * @param stays what must stay true; it is true of the user
     * @param trials at most so many users are tried
     */
    static Outcome of(WrittenUser user, LocalDate asOf, Predicate<WrittenUser> stays, int trials) {
        Reduction reduction = new Reduction(user, asOf, stays, trials);
        boolean minimal = reduction.run();
        return new Outcome(reduction.user, trials - reduction.left, minimal);
    }

    private boolean run() {
        int before;
        do {
            before = user.lines().size();
            leaveOutAccounts();
            leaveOutGroups(line -> line instanceof Posting posting ? posting.merchant() : "move");
            leaveOutGroups(line -> line instanceof Posting posting ? posting.category() : "move");
            leaveOutGroups(line -> YearMonth.from(line.when().all(asOf, asOf).get(0)));
            leaveOutGroups(line -> line);
            sumUp(Posting::category);
            sumUp(posting -> posting.category().isSpending());
        } while (left > 0 && user.lines().size() < before);
        simplify();
        return left > 0;
    }

    private boolean keep(WrittenUser smaller) {
        if (left == 0) {
            return false;
        }
        left--;
        if (!stays.test(smaller)) {
            return false;
        }
        user = smaller;
        return true;
    }

    private void leaveOutAccounts() {
        List<String> names = new ArrayList<>(user.cards().keySet());
        names.addAll(user.accounts().keySet());
        for (String name : names) {
            // Lines without a name are the first account's, which therefore goes only when nothing is posted there.
            boolean first = user.accounts().keySet().stream().findFirst().equals(Optional.of(name));
            if (!first
                    || user.lines().stream()
                            .allMatch(line ->
                                    line instanceof Posting p && !p.account().isEmpty())) {
                keep(user.without(name));
            }
        }
    }

    /** Leaves out as many groups as can be: ever smaller lots of them, and all but a lot. */
    private void leaveOutGroups(Function<Line, Object> key) {
        Map<Object, List<Line>> byKey = new LinkedHashMap<>();
        for (Line line : user.lines()) {
            byKey.computeIfAbsent(key.apply(line), any -> new ArrayList<>()).add(line);
        }
        List<List<Line>> groups = new ArrayList<>(byKey.values());
        int lots = 2;
        while (!groups.isEmpty() && left > 0) {
            int size = Math.max(1, (groups.size() + lots - 1) / lots);
            boolean smaller = false;
            for (int from = 0; from < groups.size() && !smaller; from += size) {
                List<List<Line>> others = new ArrayList<>(groups);
                others.subList(from, Math.min(groups.size(), from + size)).clear();
                if (keep(user.withLines(inOrder(others)))) {
                    groups = others;
                    lots = Math.max(2, lots - 1);
                    smaller = true;
                }
            }
            if (!smaller) {
                if (size == 1) {
                    return;
                }
                lots = Math.min(groups.size(), lots * 2);
            }
        }
    }

    /** Postings of one kind in one month become one of their sum, which leaves out lines where no money can be. */
    private void sumUp(Function<Posting, Object> kind) {
        Map<Object, List<Posting>> byKind = new LinkedHashMap<>();
        for (Line line : user.lines()) {
            if (line instanceof Posting posting) {
                List<Object> key = List.of(
                        posting.account(),
                        posting.amount() > 0,
                        kind.apply(posting),
                        YearMonth.from(posting.when().all(asOf, asOf).get(0)));
                byKind.computeIfAbsent(key, any -> new ArrayList<>()).add(posting);
            }
        }
        for (List<Posting> several : byKind.values()) {
            if (several.size() > 1) {
                Posting first = several.get(0);
                long sum = several.stream().mapToLong(Posting::amount).sum();
                Posting one = new Posting(
                        first.when(),
                        first.account(),
                        sum,
                        first.merchant(),
                        first.category(),
                        first.channel(),
                        first.minute());
                Set<Line> gone = identities();
                gone.addAll(several);
                List<Line> lines = new ArrayList<>();
                for (Line line : user.lines()) {
                    if (line == first) {
                        lines.add(one);
                    } else if (!gone.contains(line)) {
                        lines.add(line);
                    }
                }
                keep(user.withLines(lines));
            }
        }
    }

    private static Set<Line> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** In the order in which they stood. */
    private List<Line> inOrder(List<List<Line>> groups) {
        Set<Line> kept = identities();
        groups.forEach(kept::addAll);
        return user.lines().stream().filter(kept::contains).toList();
    }

    /** Details that do not matter are left out as well. */
    private void simplify() {
        keep(user.withLines(user.lines().stream()
                .map(line -> line instanceof Posting posting ? posting.plain() : line)
                .toList()));
        keep(user.withLines(user.lines().stream()
                .map(line -> line instanceof Posting posting ? withoutTime(posting) : line)
                .toList()));
        for (String name : List.copyOf(user.cards().keySet())) {
            WrittenCard card = user.cards().get(name);
            keep(with(name, card(card, OptionalLong.empty(), card.interest())));
            keep(with(name, card(user.cards().get(name), user.cards().get(name).statement(), 0)));
        }
    }

    private static Posting withoutTime(Posting posting) {
        return new Posting(
                posting.when(),
                posting.account(),
                posting.amount(),
                posting.merchant(),
                posting.category(),
                posting.channel(),
                Transaction.NO_TIME);
    }

    private WrittenUser with(String name, WrittenCard card) {
        Map<String, WrittenCard> cards = new LinkedHashMap<>(user.cards());
        cards.put(name, card);
        return user.withCards(cards);
    }

    private static WrittenCard card(WrittenCard card, OptionalLong statement, long interest) {
        return new WrittenCard(
                card.title(),
                card.limit(),
                card.aprBasisPoints(),
                card.owed(),
                statement,
                card.closes(),
                interest,
                card.pays(),
                card.statements());
    }
}
