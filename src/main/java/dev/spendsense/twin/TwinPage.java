package dev.spendsense.twin;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.DailyBalances;
import dev.spendsense.bank.Money;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import dev.spendsense.simulation.Life;
import dev.spendsense.text.Markup;
import dev.spendsense.truth.LifeEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Two lives as one page of HTML that needs nothing beside itself. */
public final class TwinPage {

    private static final String STYLESHEET = "twin.css";
    private static final String NUMBERS = "#";

    private final Twins twins;
    private final DailyBalances original;
    private final DailyBalances twin;
    private final Customer customer;
    private final Map<String, String> titles = new HashMap<>();
    private final StringBuilder html = new StringBuilder();
    private List<String> columns = List.of();

    /** @param rules whose vocabulary names personas and signals */
    public TwinPage(Twins twins, Optional<RuleText> rules) {
        this.twins = twins;
        this.original = twins.balances().original();
        this.twin = twins.balances().twin();
        this.customer = twins.lives().original().history().customer();
        rules.ifPresent(it -> {
            it.personas().forEach(word -> titles.put(word.name(), word.title()));
            it.signals().forEach(word -> titles.put(word.name(), word.title()));
        });
    }

    /** The page. */
    public String html() {
        String title = customer.name() + ", " + twins.whatIf().words();
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        html.append(Markup.text(title)).append("</title>\n<style>\n").append(css());
        html.append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(Markup.text(title))
                .append("</h1>\n<p class=\"quiet\">")
                .append(Markup.text(
                        twins.userId() + " · " + original.from() + " to " + last() + " · the same life, lived twice"))
                .append("</p>\n<p class=\"legend\"><span class=\"original\">original</span><span class=\"twin\">twin, ")
                .append(Markup.text(twins.whatIf().words()))
                .append("</span></p>\n</header>\n<main>\n");
        if (twins.differ()) {
            summary();
            balances();
            personas();
            categories();
            twins.looks().last().ifPresent(this::conclusions);
            parting();
            statements();
        } else {
            html.append("<p><strong>Nothing differs.</strong> Both lives are the same in every transaction.</p>\n");
        }
        twins.looks().whyNone().ifPresent(why -> html.append("<p>No findings: " + Markup.text(why) + ".</p>\n"));
        html.append("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private LocalDate last() {
        return original.from().plusDays(original.days() - 1L);
    }

    private void summary() {
        html.append("<dl>\n");
        fact("The ledgers part", twins.parting().map(it -> it.day().toString()).orElse("never"));
        Looks looks = twins.looks();
        if (!looks.all().isEmpty()) {
            fact("Other behaviors, first at the look of", day(looks.first(Look::behaviorsDiffer)));
            fact("Other personas, first at the look of", day(looks.first(Look::personasDiffer)));
        }
        int end = original.days() - 1;
        fact("In checking and savings at the end", original.liquid()[end], twin.liquid()[end]);
        fact("Owed on cards at the end", original.owed()[end], twin.owed()[end]);
        html.append("</dl>\n");
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("never");
    }

    private void fact(String what, String value) {
        html.append("<div><dt>" + what + "</dt><dd><strong>" + value + "</strong></dd></div>\n");
    }

    private void fact(String what, long before, long after) {
        html.append("<div><dt>" + what + "</dt><dd><strong class=\"twin\">" + Money.exact(after)
                + "</strong><br><span class=\"original\">" + Money.exact(before) + "</span>, " + signed(after - before)
                + "</dd></div>\n");
    }

    private void balances() {
        html.append("<h2>Balances</h2>\n");
        DayChart liquid = lines(original.liquid(), twin.liquid());
        twins.parting().ifPresent(it -> liquid.mark(it.day(), "ledgers part"));
        events(liquid);
        liquid.ticks("original", paydays(twins.lives().original()), 1)
                .ticks("twin", paydays(twins.lives().twin()), 0);
        html.append(liquid.html("In checking and savings; ticks on the lower edge are days on which income arrives"));
        if (IntStream.range(0, original.days()).anyMatch(day -> original.owed()[day] != 0 || twin.owed()[day] != 0)) {
            html.append(lines(original.owed(), twin.owed()).html("Owed on cards"));
        }
        long[] ahead = IntStream.range(0, original.days())
                .mapToLong(day -> twin.liquid()[day] - twin.owed()[day] - original.liquid()[day] + original.owed()[day])
                .toArray();
        html.append(new DayChart(original.from(), original.days())
                .area("twin", ahead)
                .html("What the twin is ahead by, all accounts together"));
    }

    private DayChart lines(long[] before, long[] after) {
        return new DayChart(original.from(), original.days())
                .line("original", before)
                .line("twin", after);
    }

    private void events(DayChart chart) {
        Both<List<LifeEvent>> events = twins.lives().map(it -> it.truth().events());
        Set<LifeEvent> all = new LinkedHashSet<>(events.original());
        all.addAll(events.twin());
        for (LifeEvent event : all) {
            String whose = !events.twin().contains(event)
                    ? ", original only"
                    : events.original().contains(event) ? "" : ", twin only";
            chart.event(event.from(), event.to(), event.name() + whose);
        }
    }

    private static List<LocalDate> paydays(Life life) {
        return life.history().transactions().stream()
                .filter(it -> it.category().isIncome() && it.category() != Category.INCOME_INTEREST_EARNED)
                .map(Transaction::date)
                .distinct()
                .toList();
    }

    private void personas() {
        if (twins.looks().all().size() > 1) {
            html.append("<h2>Personas over " + twins.looks().all().size() + " looks</h2>\n"
                    + "<p class=\"quiet\">Fuller where the rules are surer, half as high where another persona is ahead; "
                    + "the line below says when it is true.</p>\n");
            html.append(new PersonaStrips(twins).html(this::title));
        }
    }

    private void categories() {
        html.append("<h2>What was paid for</h2>\n");
        head("By category; what was received is negative", "", "#original", "#twin", "#difference");
        twins.categories().stream()
                .filter(it -> it.difference() != 0)
                .sorted(Comparator.comparingLong((CategoryTotals it) -> -Math.abs(it.difference())))
                .forEach(it -> amounts(category(it.category()), it.original(), it.twin()));
        long before =
                twins.categories().stream().mapToLong(CategoryTotals::original).sum();
        long after = twins.categories().stream().mapToLong(CategoryTotals::twin).sum();
        html.append("</tbody><tfoot>");
        amounts("in all, with what is the same", before, after);
        html.append("</tfoot></table></div>\n");
    }

    private void conclusions(Look look) {
        html.append("<h2>What the rules conclude on " + look.asOf() + "</h2>\n");
        head("Personas, the foremost first", "", "original", "twin");
        Both<List<PersonaAssignment>> personas = look.findings().map(Findings::personas);
        for (int i = 0; i < Math.max(personas.original().size(), personas.twin().size()); i++) {
            int rank = i;
            Both<String> words = personas.map(it -> rank < it.size() ? persona(it.get(rank)) : "–");
            cells(rank + 1, words.original(), words.twin());
        }
        html.append("</tbody></table></div>\n");
        advice("Advice gained", look.gained());
        advice("Advice lost", look.lost());
        head("Figures that differ; in bold where the behavior is detected", "", "#days", "#original", "#twin");
        for (SignalPair pair : look.signalsApart()) {
            cells(title(pair.type()), pair.windowDays(), figure(pair.original()), figure(pair.twin()));
        }
        html.append("</tbody></table></div>\n");
    }

    private void advice(String heading, List<Recommendation> advice) {
        html.append("<p><strong>" + heading + "</strong>" + (advice.isEmpty() ? ": none" : "") + "</p>\n<ul>");
        advice.forEach(it -> html.append("<li>" + Markup.text(it.title()) + " <span class=\"quiet\">"
                + Markup.text(it.rationale()) + "</span></li>\n"));
        html.append("</ul>\n");
    }

    private void parting() {
        if (twins.parting().isEmpty()) {
            return;
        }
        Parting parting = twins.parting().get();
        html.append("<h2>Where the ledgers part</h2>\n");
        head("What only one of them has, to begin with", "", "day", "account", "", "#amount");
        parting.opened().original().forEach(it -> opened("original", it));
        parting.opened().twin().forEach(it -> opened("twin", it));
        parting.postings().original().forEach(it -> posting("original", it));
        parting.postings().twin().forEach(it -> posting("twin", it));
        html.append("</tbody></table></div>\n");
    }

    private void opened(String life, Account account) {
        cells(life, "opened", name(account), "", Money.exact(account.openingBalance()));
    }

    private void posting(String life, Transaction it) {
        cells(life, it.date(), name(it.account()), it.merchant(), Money.exact(it.amount()));
    }

    private void statements() {
        List<StatementPair> apart = twins.statements().stream()
                .filter(it -> !balance(it.original()).equals(balance(it.twin())))
                .toList();
        if (apart.isEmpty()) {
            return;
        }
        html.append("<h2>Card statements that differ</h2>\n");
        head("Balance, and in brackets interest", "closed", "#card", "#original", "#twin");
        apart.forEach(it -> cells(it.closingDate(), it.card(), balance(it.original()), balance(it.twin())));
        html.append("</tbody></table></div>\n");
    }

    private static String balance(Optional<Statement> statement) {
        return statement
                .map(it -> Money.exact(it.balance()) + " (" + Money.exact(it.interest()) + ")")
                .orElse("–");
    }

    /** Begins a table; columns that begin with {@link #NUMBERS} are of numbers. */
    private void head(String caption, String... names) {
        columns = List.of(names);
        html.append("<div class=\"wide\"><table><caption>" + caption + "</caption><thead><tr>");
        for (int i = 0; i < names.length; i++) {
            html.append("<th scope=\"col\"" + style(i, "") + ">" + names[i].replace(NUMBERS, "") + "</th>");
        }
        html.append("</tr></thead><tbody>\n");
    }

    private void amounts(Object name, long before, long after) {
        cells(name, Money.exact(before), Money.exact(after), signed(after - before));
    }

    /** A row; what is no {@link Cell} is text. */
    private void cells(Object... cells) {
        html.append("<tr>");
        for (int i = 0; i < cells.length; i++) {
            Cell cell = cells[i] instanceof Cell styled ? styled : new Cell(Markup.text(cells[i]), "");
            String element = i == 0 ? "th" : "td";
            html.append("<" + element + (i == 0 ? " scope=\"row\"" : "") + style(i, cell.style) + ">" + cell.html + "</"
                    + element + ">");
        }
        html.append("</tr>\n");
    }

    private String style(int column, String more) {
        String style = (columns.get(column).startsWith(NUMBERS) ? "number " : "") + more;
        return style.isBlank() ? "" : " class=\"" + style.strip() + "\"";
    }

    /** What stands in a table, and how. */
    private record Cell(String html, String style) {}

    private static Cell category(Category category) {
        return new Cell(
                Markup.text(category.detail()) + " <span class=\"quiet\">"
                        + Markup.text(category.primary().words()) + "</span>",
                "");
    }

    private static Cell figure(Optional<Signal> signal) {
        return new Cell(
                Markup.text(signal.map(it -> it.measure().text()).orElse("unknown")),
                signal.filter(Signal::detected).isPresent() ? "detected" : "");
    }

    private String persona(PersonaAssignment it) {
        return title(it.persona()) + ", " + String.format(Locale.ROOT, "%.1f%%", 100 * it.confidence());
    }

    private String title(String name) {
        return titles.getOrDefault(name, name);
    }

    private static String name(Account account) {
        return words(account.type().name()) + " …" + account.mask();
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String signed(long cents) {
        return (cents > 0 ? "+" : "") + Money.exact(cents);
    }

    private static String css() {
        try (InputStream stream = TwinPage.class.getResourceAsStream(STYLESHEET)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
