package dev.spendsense.cli;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.DailyBalances;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Money;
import dev.spendsense.bank.Transaction;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.PersonaStretch;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import dev.spendsense.simulation.Life;
import dev.spendsense.twin.Both;
import dev.spendsense.twin.CategoryTotals;
import dev.spendsense.twin.Look;
import dev.spendsense.twin.Looks;
import dev.spendsense.twin.Parting;
import dev.spendsense.twin.SignalPair;
import dev.spendsense.twin.Twins;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two lives of one person on one screen: what was changed, where they part, and what became of it. */
final class TwinScreen {

    private static final int POSTINGS = 2;
    private static final int CATEGORIES = 8;
    private static final int BEHAVIORS = 8;
    private static final int LONGEST_MERCHANT = 30;

    private final Twins twins;
    private final Both<History> histories;
    private final Map<String, String> titles = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    /** @param rules whose vocabulary names personas */
    TwinScreen(Twins twins, Optional<RuleText> rules) {
        this.twins = twins;
        this.histories = twins.lives().map(Life::history);
        rules.ifPresent(it -> it.personas().forEach(persona -> titles.put(persona.name(), persona.title())));
    }

    List<String> lines() {
        lines.add(String.join(
                " · ",
                twins.userId(),
                histories.original().customer().name(),
                twins.whatIf().words()));
        if (!twins.differ()) {
            nothing();
            return lines;
        }
        truth();
        ledgersPart();
        findingsPart();
        chart();
        amounts();
        timelines();
        twins.looks().last().ifPresent(this::findings);
        return lines;
    }

    private void nothing() {
        lines.add("nothing differs: all " + histories.original().transactions().size() + " transactions"
                + (twins.looks().all().isEmpty() ? "" : " and all that the rules conclude") + " are the same");
        twins.looks().whyNone().ifPresent(why -> lines.add("no findings: " + why));
    }

    private void truth() {
        Both<List<String>> planted = twins.lives().map(it -> PersonScreen.planted(it.truth()));
        planted.original().stream().filter(planted.twin()::contains).forEach(it -> lines.add("both      " + it));
        planted.original().stream()
                .filter(it -> !planted.twin().contains(it))
                .forEach(it -> lines.add("original  " + it));
        planted.twin().stream()
                .filter(it -> !planted.original().contains(it))
                .forEach(it -> lines.add("twin      " + it));
    }

    private void ledgersPart() {
        lines.add("");
        if (twins.parting().isEmpty()) {
            lines.add("  The ledgers do not part.");
            return;
        }
        Parting parting = twins.parting().get();
        lines.add("  The ledgers part on " + parting.day());
        TextTable table = new TextTable("  ", "lllrl");
        opened(table, "original", parting.opened().original());
        opened(table, "twin", parting.opened().twin());
        postings(table, "original", parting.postings().original());
        postings(table, "twin", parting.postings().twin());
        lines.addAll(table.lines());
    }

    private static void opened(TextTable table, String life, List<Account> accounts) {
        accounts.forEach(it -> table.row(
                life,
                "opened",
                account(it),
                Money.exact(it.openingBalance()),
                it.type().isDeposit() ? "" : "of " + Money.rounded(it.creditLimit())));
    }

    private static void postings(TextTable table, String life, List<Transaction> postings) {
        postings.stream()
                .limit(POSTINGS)
                .forEach(it -> table.row(
                        life,
                        it.date(),
                        account(it.account()),
                        Money.exact(it.amount()),
                        WrappedText.shortened(it.merchant(), LONGEST_MERCHANT)));
        if (postings.size() > POSTINGS) {
            table.row("", "and " + (postings.size() - POSTINGS) + " more");
        }
    }

    private void findingsPart() {
        Looks looks = twins.looks();
        if (looks.whyNone().isPresent()) {
            lines.add("  No findings: " + looks.whyNone().get() + ".");
        } else if (looks.first(Look::differs).isEmpty()) {
            lines.add("  The findings do not part.");
        } else {
            String when = Stream.of(
                            first(
                                    "figures",
                                    looks.first(look -> !look.signalsApart().isEmpty())),
                            first("behaviors", looks.first(Look::behaviorsDiffer)),
                            first("advice", looks.first(Look::adviceDiffers)),
                            first("personas", looks.first(Look::personasDiffer)))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
            lines.addAll(WrappedText.lines("  The findings part in ", when));
        }
    }

    private static Optional<String> first(String what, Optional<LocalDate> day) {
        return day.map(it -> what + " on " + it);
    }

    private void chart() {
        Both<long[]> liquid = twins.balances().map(DailyBalances::liquid);
        BalanceChart twin = new BalanceChart(liquid.twin(), liquid.original());
        lines.add("");
        lines.add("  In checking and savings: the original, and below it the twin");
        lines.addAll(new BalanceChart(liquid.original(), liquid.twin()).lines());
        lines.addAll(twin.lines());
        twins.parting()
                .map(Parting::day)
                .ifPresent(day -> lines.add(twin.pointer(
                        (int) ChronoUnit.DAYS.between(
                                twins.balances().original().from(), day),
                        day.toString())));
    }

    private void amounts() {
        TextTable table = new TextTable("  ", "lrrr");
        table.row("On " + histories.original().asOf(), "original", "twin", "difference");
        row(table, "in checking and savings", twins.balances().map(it -> it.liquid()[it.days() - 1]));
        row(table, "owed on cards", twins.balances().map(it -> it.owed()[it.days() - 1]));
        table.row("");
        table.row("Paid (received: -), largest differences");
        List<CategoryTotals> different = twins.categories().stream()
                .filter(it -> it.difference() != 0)
                .sorted(Comparator.comparingLong((CategoryTotals it) -> -Math.abs(it.difference())))
                .toList();
        List<CategoryTotals> shown = different.subList(0, Math.min(CATEGORIES, different.size()));
        shown.forEach(it -> row(table, name(it.category()), new Both<>(it.original(), it.twin())));
        List<CategoryTotals> others = new ArrayList<>(twins.categories());
        others.removeAll(shown);
        row(table, others.size() + " other categories", sum(others));
        row(table, "in all", sum(twins.categories()));
        lines.add("");
        lines.addAll(table.lines());
    }

    private static Both<Long> sum(List<CategoryTotals> totals) {
        return new Both<>(
                totals.stream().mapToLong(CategoryTotals::original).sum(),
                totals.stream().mapToLong(CategoryTotals::twin).sum());
    }

    private static void row(TextTable table, String what, Both<Long> cents) {
        table.row(
                what,
                Money.exact(cents.original()),
                Money.exact(cents.twin()),
                Money.exact(cents.twin() - cents.original()));
    }

    /** How the foremost persona changed from look to look. */
    private void timelines() {
        List<Look> looks = twins.looks().all();
        if (looks.size() < 2) {
            return;
        }
        lines.add("");
        lines.add("  Foremost personas over " + looks.size() + " looks");
        timeline("original", looks.stream().map(it -> it.findings().original()).toList());
        timeline("twin", looks.stream().map(it -> it.findings().twin()).toList());
    }

    private void timeline(String life, List<Findings> findings) {
        String stretches = PersonaStretch.of(findings).stream()
                .filter(it -> it.rank() == 1)
                .map(it -> title(it.persona()) + " from " + it.from())
                .collect(Collectors.joining(", "));
        lines.addAll(WrappedText.lines(
                String.format(Locale.ROOT, "  %-8s  ", life), stretches.isEmpty() ? "none" : stretches));
    }

    private void findings(Look last) {
        TextTable table = new TextTable("  ", "llll");
        table.row("Personas on " + last.asOf(), "", "original", "twin");
        Both<List<PersonaAssignment>> personas = last.findings().map(Findings::personas);
        int ranks = Math.max(personas.original().size(), personas.twin().size());
        for (int rank = 0; rank < ranks; rank++) {
            int at = rank;
            Both<String> words = personas.map(it -> at < it.size() ? persona(it.get(at)) : "–");
            table.row("  " + (rank + 1), "", words.original(), words.twin());
        }
        List<SignalPair> apart = last.signalsApart();
        List<SignalPair> behaviors =
                apart.stream().filter(SignalPair::detectedInOne).toList();
        List<SignalPair> shown = behaviors.subList(0, Math.min(BEHAVIORS, behaviors.size()));
        if (!shown.isEmpty()) {
            table.row("Behaviors of one of them");
        }
        shown.forEach(
                it -> table.row("  " + it.type(), it.windowDays() + " days", figure(it.original()), figure(it.twin())));
        lines.add("");
        lines.addAll(table.lines());
        int more = apart.size() - shown.size();
        if (more > 0) {
            lines.add("  and " + more + (more == 1 ? " other figure differs" : " other figures differ"));
        }
        advice("Advice gained: ", last.gained());
        advice("Advice lost:   ", last.lost());
    }

    private void advice(String heading, List<Recommendation> advice) {
        String titles = advice.stream().map(Recommendation::title).collect(Collectors.joining("; "));
        lines.addAll(WrappedText.lines("  " + heading, titles.isEmpty() ? "none" : titles));
    }

    private String persona(PersonaAssignment it) {
        return title(it.persona()) + ", " + FindingsScreen.percent(it.confidence());
    }

    private String title(String persona) {
        return titles.getOrDefault(persona, persona);
    }

    private static String figure(Optional<Signal> signal) {
        return signal.map(it -> it.measure().text() + (it.detected() ? ", detected" : ""))
                .orElse("unknown");
    }

    /** Transfers have two sides, which only their group tells apart. */
    private static String name(Category category) {
        return switch (category.primary()) {
            case TRANSFER_IN, TRANSFER_OUT -> category.primary().words() + ", " + category.detail();
            default -> category.detail();
        };
    }

    private static String account(Account account) {
        return PersonScreen.kind(account.type()) + " …" + account.mask();
    }
}
