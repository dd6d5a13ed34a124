package dev.spendsense.dataset.tables;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.Liability;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.dataset.StoredUser;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Candidate;
import dev.spendsense.findings.Kind;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Score;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.LifeEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The declaration of the public tables. Beside what the views of a dataset show, a table has the numbers that keep its
 * rows in order; it lacks what a view repeats because its own types are poorer, such as cents beside dollars.
 */
final class AllTables {

    static final List<PublicTable<?>> IN_ORDER = List.of(
            users(),
            accounts(),
            liabilities(),
            transactions(),
            statements(),
            declinedPurchases(),
            groundTruth(),
            lifeEvents(),
            looks(),
            sources(),
            signals(),
            candidates(),
            evidence(),
            scores(),
            personaAssignments(),
            recommendations(),
            recommendationBindings(),
            blocked());

    /** Stands between the accounts of a source. */
    static final String BETWEEN_ACCOUNTS = ",";

    /** Stands between the merchants of a source; no name on a statement has a line break. */
    static final String BETWEEN_MERCHANTS = "\n";

    /** Names of constants as they are written, which they would otherwise be turned into row by row. */
    private static final Map<Enum<?>, String> LABELS = labels(AccountType.values(), Channel.values(), Kind.values());

    private static final int MINUTES_A_DAY = 24 * 60;

    /** Every time of day as it is written, since most rows have one. */
    private static final List<String> TIMES = IntStream.range(0, MINUTES_A_DAY)
            .mapToObj(minute -> String.format(Locale.ROOT, "%02d:%02d:00", minute / 60, minute % 60))
            .toList();

    private AllTables() {}

    private static Map<Enum<?>, String> labels(Enum<?>[]... types) {
        return Arrays.stream(types)
                .flatMap(Arrays::stream)
                .collect(Collectors.toUnmodifiableMap(
                        value -> value, value -> value.name().toLowerCase(Locale.ROOT)));
    }

    /** Something of a user's that stands at some place of a list. */
    private record Owned<T>(StoredUser user, int number, T content) {}

    private static <T> List<Owned<T>> owned(StoredUser user, List<T> contents) {
        List<Owned<T>> rows = new ArrayList<>(contents.size());
        for (T content : contents) {
            rows.add(new Owned<>(user, rows.size(), content));
        }
        return rows;
    }

    private static PublicTable<StoredUser> users() {
        return PublicTable.ofUsers("users")
                .count("user_number", StoredUser::position)
                .text("user_id", StoredUser::userId)
                .text("name", user -> user.history().customer().name())
                .count("age", user -> user.history().customer().age())
                .text("region", user -> user.history().customer().region())
                .money("annual_income", user -> user.history().customer().annualIncome())
                .flag("consent", user -> user.history().customer().consent())
                .date("from_date", user -> user.history().from())
                .date("to_date", user -> user.history().asOf())
                .text("fingerprint", user -> user.fingerprint().toString())
                .text("findings_fingerprint", user -> user.findingsFingerprint().toString())
                .end();
    }

    private static PublicTable<Owned<Account>> accounts() {
        return PublicTable.of(
                        "accounts",
                        rows -> owned(rows.user(), rows.user().history().accounts()))
                .text("account_id", row -> row.content().id())
                .text("user_id", row -> row.user().userId())
                .count("slot", row -> row.content().slot())
                .text("type", row -> label(row.content().type()))
                .text("name", row -> row.content().name())
                .text("mask", row -> row.content().mask())
                .money("opening_balance", row -> row.content().openingBalance())
                .money("balance", row -> balance(row.user(), row.content()))
                .moneyUnlessZero("credit_limit", row -> row.content().creditLimit())
                .percentage("apr", row -> row.content().aprBasisPoints())
                .end();
    }

    private static long balance(StoredUser user, Account account) {
        return user.history().balance(account, user.history().asOf());
    }

    private static PublicTable<Owned<Liability>> liabilities() {
        return PublicTable.of("liabilities", rows -> owned(rows.user(), liabilities(rows.user())))
                .text("account_id", row -> row.content().account().id())
                .text("user_id", row -> row.user().userId())
                .percentage("apr", row -> row.content().aprBasisPoints())
                .money("statement_balance", row -> row.content().statementBalance())
                .money("minimum_payment", row -> row.content().minimumPayment())
                .money("last_payment", row -> row.content().lastPayment())
                .date("next_due_date", row -> row.content().nextDueDate())
                .flag("is_overdue", row -> row.content().overdue())
                .end();
    }

    private static List<Liability> liabilities(StoredUser user) {
        return user.history().statements().stream()
                .map(Statement::account)
                .distinct()
                .map(user.history()::liability)
                .toList();
    }

    /** A posting, and its place among the user's postings of its day over all accounts. */
    private record Posting(StoredUser user, int place, Transaction transaction) {}

    private static List<Posting> postings(StoredUser user) {
        List<Transaction> transactions = user.history().transactions();
        List<Posting> rows = new ArrayList<>(transactions.size());
        Transaction before = null;
        int place = 0;
        for (Transaction transaction : transactions) {
            place = before != null && before.date().equals(transaction.date()) ? place + 1 : 0;
            rows.add(new Posting(user, place, transaction));
            before = transaction;
        }
        return rows;
    }

    private static PublicTable<Posting> transactions() {
        return PublicTable.of("transactions", rows -> postings(rows.user()))
                .text("transaction_id", row -> row.transaction().id())
                .text("user_id", row -> row.user().userId())
                .text("account_id", row -> row.transaction().account().id())
                .date("date", row -> row.transaction().date())
                .money("amount", row -> row.transaction().amount())
                .text("merchant", row -> row.transaction().merchant())
                .text("category", row -> row.transaction().category().name())
                .text("channel", row -> label(row.transaction().channel()))
                .text(
                        "category_primary",
                        row -> row.transaction().category().primary().name())
                .optionalText("time", row -> time(row.transaction().minute()))
                .count("sequence", row -> row.transaction().sequence())
                .count("place", Posting::place)
                .end();
    }

    private static String time(int minute) {
        return minute == Transaction.NO_TIME ? null : TIMES.get(minute);
    }

    private static PublicTable<Owned<Statement>> statements() {
        return PublicTable.of(
                        "statements",
                        rows -> owned(rows.user(), rows.user().history().statements()))
                .text("account_id", row -> row.content().account().id())
                .text("user_id", row -> row.user().userId())
                .date("closing_date", row -> row.content().closingDate())
                .money("balance", row -> row.content().balance())
                .money("interest", row -> row.content().interest())
                .money("minimum_payment", row -> row.content().minimumPayment())
                .date("due_date", row -> row.content().dueDate())
                .end();
    }

    private static PublicTable<Owned<DeclinedPurchase>> declinedPurchases() {
        return PublicTable.of(
                        "declined_purchases",
                        rows -> owned(rows.user(), rows.user().history().declined()))
                .text("user_id", row -> row.user().userId())
                .text("account_id", row -> row.content().account().id())
                .date("date", row -> row.content().date())
                .money("amount", row -> row.content().amount())
                .text("merchant", row -> row.content().merchant())
                .text("category", row -> row.content().category().name())
                .count("sequence", Owned::number)
                .end();
    }

    private static PublicTable<Owned<Episode>> groundTruth() {
        return PublicTable.of(
                        "ground_truth",
                        rows -> owned(rows.user(), rows.user().truth().episodes()))
                .text("user_id", row -> row.user().userId())
                .text("profile", row -> row.content().profile())
                .date("from_date", row -> row.content().from())
                .date("to_date", row -> row.content().to())
                .text("cause", row -> row.content().cause())
                .real("intensity", row -> row.content().intensity())
                .count("sequence", Owned::number)
                .end();
    }

    private static PublicTable<Owned<LifeEvent>> lifeEvents() {
        return PublicTable.of(
                        "life_events",
                        rows -> owned(rows.user(), rows.user().truth().events()))
                .text("user_id", row -> row.user().userId())
                .text("name", row -> row.content().name())
                .date("from_date", row -> row.content().from())
                .date("to_date", row -> row.content().to())
                .count("sequence", Owned::number)
                .end();
    }

    private static PublicTable<LookRows> looks() {
        return PublicTable.of("looks", UserRows::looks)
                .text("user_id", LookRows::userId)
                .date("as_of", row -> row.findings().asOf())
                .text("fingerprint", row -> row.fingerprint().toString())
                .end();
    }

    private static PublicTable<LookRows.SourceRow> sources() {
        return PublicTable.ofFindings("sources", LookRows::sources)
                .count("source", LookRows.SourceRow::number)
                .optionalText("accounts", row -> accounts(row.source()))
                .text("categories", LookRows.SourceRow::categories)
                .text(
                        "merchants",
                        row -> String.join(BETWEEN_MERCHANTS, row.source().merchants()))
                .date("from_date", row -> row.source().from())
                .date("to_date", row -> row.source().to())
                .text("narrowed", row -> row.source().narrowed())
                .count("count", row -> row.source().count())
                .money("sum", row -> row.source().sum())
                .end();
    }

    private static String accounts(Source source) {
        return source.accounts().isEmpty() ? null : String.join(BETWEEN_ACCOUNTS, source.accounts());
    }

    private static PublicTable<LookRows.SignalRow> signals() {
        return PublicTable.ofFindings("signals", LookRows::signals)
                .count("number", LookRows.SignalRow::number)
                .count("window_days", row -> row.signal().windowDays())
                .text("type", row -> row.signal().type())
                .real("value", row -> row.signal().value())
                .text("unit", row -> row.signal().unit().label())
                .flag("detected", row -> row.signal().detected())
                .text("comparison", row -> row.signal().comparison().symbol())
                .text("threshold", row -> row.signal().threshold())
                .real("threshold_value", row -> row.signal().thresholdValue())
                .text("formula", row -> row.signal().measure().formula())
                .count("observations", row -> row.signal().measure().observations())
                .text("sources", LookRows.SignalRow::sources)
                .end();
    }

    private static PublicTable<LookRows.Listed<Candidate>> candidates() {
        return PublicTable.ofFindings(
                        "candidates", look -> look.listed(look.findings().candidates()))
                .count("number", LookRows.Listed::number)
                .text("persona", row -> row.content().persona())
                .text("because", row -> row.content().because())
                .end();
    }

    private static PublicTable<LookRows.EvidenceRow> evidence() {
        return PublicTable.ofFindings("evidence", LookRows::evidence)
                .count("number", LookRows.EvidenceRow::number)
                .text("persona", row -> row.evidence().persona())
                .text("evidence_group", row -> row.evidence().group())
                .real("log_odds", row -> row.evidence().logOdds())
                .text("because", row -> row.evidence().because())
                .optionalText(
                        "signal",
                        row -> row.signal() == null
                                ? null
                                : row.signal().signal().type())
                .optionalCount(
                        "signal_window_days",
                        row -> row.signal() == null
                                ? null
                                : row.signal().signal().windowDays())
                .optionalCount(
                        "signal_number",
                        row -> row.signal() == null ? null : row.signal().number())
                .text("weight", row -> row.evidence().weight())
                .end();
    }

    private static PublicTable<LookRows.Listed<Score>> scores() {
        return PublicTable.ofFindings(
                        "scores", look -> look.listed(look.findings().scores()))
                .count("number", LookRows.Listed::number)
                .text("persona", row -> row.content().persona())
                .real("log_odds", row -> row.content().logOdds())
                .real("confidence", row -> row.content().confidence())
                .flag("candidate", row -> row.content().candidate())
                .end();
    }

    private static PublicTable<LookRows.Listed<PersonaAssignment>> personaAssignments() {
        return PublicTable.ofFindings(
                        "persona_assignments",
                        look -> look.listed(look.findings().personas()))
                .count("number", LookRows.Listed::number)
                .text("persona", row -> row.content().persona())
                .count("rank", row -> row.content().rank())
                .real("confidence", row -> row.content().confidence())
                .end();
    }

    private static PublicTable<LookRows.RecommendationRow> recommendations() {
        return PublicTable.ofFindings("recommendations", LookRows::recommendations)
                .text(
                        "recommendation_id",
                        row -> id(row.look(), row.recommendation().code()))
                .count("number", LookRows.RecommendationRow::number)
                .text("kind", row -> label(row.recommendation().kind()))
                .text("code", row -> row.recommendation().code())
                .text("persona", row -> row.recommendation().persona())
                .count("priority", row -> row.recommendation().priority())
                .text("title", row -> row.recommendation().title())
                .text("body", row -> row.recommendation().body())
                .text("rationale", row -> row.recommendation().rationale())
                .text("disclosure", row -> row.recommendation().disclosure())
                .end();
    }

    private static PublicTable<LookRows.BindingRow> recommendationBindings() {
        return PublicTable.ofFindings("recommendation_bindings", LookRows::bindings)
                .text("recommendation_id", row -> id(row.look(), row.code()))
                .text("code", LookRows.BindingRow::code)
                .count("position", LookRows.BindingRow::position)
                .text("name", row -> row.binding().name())
                .text("text", row -> row.binding().text())
                .optionalReal("value", row -> row.binding().value())
                .optionalText(
                        "unit", row -> row.binding().unit().map(Unit::label).orElse(null))
                .text("origin", row -> row.binding().origin())
                .text("sources", LookRows.BindingRow::sources)
                .end();
    }

    private static PublicTable<LookRows.Listed<Blocked>> blocked() {
        return PublicTable.ofFindings(
                        "blocked", look -> look.listed(look.findings().blocked()))
                .count("number", LookRows.Listed::number)
                .text("kind", row -> label(row.content().kind()))
                .text("code", row -> row.content().code())
                .text("persona", row -> row.content().persona())
                .text("reason", row -> row.content().reason())
                .end();
    }

    private static String id(LookRows look, String code) {
        return new RecommendationId(look.userId(), code, look.findings().asOf()).toString();
    }

    private static String label(Enum<?> value) {
        return LABELS.get(value);
    }
}
