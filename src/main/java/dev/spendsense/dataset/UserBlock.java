package dev.spendsense.dataset;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Liability;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.findings.Findings;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Some consecutive users of a population, as rows that the writer has only to write down. A worker fills it, so that the one
 * writer does as little as possible. It may be emptied and filled again; it belongs to one thread at a time.
 */
public final class UserBlock {

    /** Users a block, wherever datasets are written: the order in which texts get their codes follows from it. */
    public static final int USERS = 16;

    private final Map<Table, Rows> tables = emptyTables();
    private final List<Object> values = new ArrayList<>();
    private final DistinctTexts merchants = new DistinctTexts();
    private final DistinctTexts words = new DistinctTexts();
    private final DistinctTexts phrases = new DistinctTexts();
    private final CategoryNames categories = new CategoryNames();
    private final List<Fingerprint> fingerprints = new ArrayList<>();
    private final List<Fingerprint> findingsFingerprints = new ArrayList<>();
    private final Set<String> revisions = new HashSet<>();
    private final Set<LocalDate> looks = new HashSet<>();
    private final Map<Table, Integer> latest = new EnumMap<>(Table.class);
    private final List<String> firstProfiles = new ArrayList<>();
    private final UserDigest digest = new UserDigest();
    private final FindingsDigest findingsDigest = new FindingsDigest(categories);
    private final FindingsRows findingsRows = new FindingsRows(this, categories);
    private final PostingOrder order = new PostingOrder();
    private int firstUser;

    private static Map<Table, Rows> emptyTables() {
        Map<Table, Rows> tables = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            tables.put(table, new Rows(table.columns().size()));
        }
        return tables;
    }

    /**
     * Empties the block.
     *
     * @param firstUser position in the population, from 0, of the user that will be added next
     */
    public void restart(int firstUser) {
        this.firstUser = firstUser;
        tables.values().forEach(Rows::clear);
        values.clear();
        merchants.clear();
        words.clear();
        phrases.clear();
        categories.clear();
        fingerprints.clear();
        findingsFingerprints.clear();
        revisions.clear();
        looks.clear();
        latest.clear();
        firstProfiles.clear();
    }

    /** Adds the next user, whom no rules have judged. */
    public void add(History history, GroundTruth truth) {
        add(history, truth, List.of());
    }

    /**
     * Adds the next user.
     *
     * @param timeline what rules concluded at each look, by date; empty when none have judged the user
     * @throws IllegalArgumentException when a dataset could not give back exactly this history, truth and findings
     */
    public void add(History history, GroundTruth truth, List<Findings> timeline) {
        if (!truth.userId().equals(history.customer().id())) {
            throw new IllegalArgumentException("truth of " + truth.userId() + " given for "
                    + history.customer().id());
        }
        StorableHistory.check(history);
        StorableFindings.check(history, timeline);
        int user = firstUser + fingerprints.size();
        Fingerprint fingerprint = digest.of(history, truth);
        order.arrange(history);
        addCustomer(user, history, fingerprint);
        addAccounts(user, history);
        addPostings(user, history);
        addStatements(user, history);
        addDeclined(user, history);
        addEpisodes(user, truth);
        addEvents(user, truth);
        addFindings(user, history, timeline);
        fingerprints.add(fingerprint);
    }

    /** How many users were added. */
    public int users() {
        return fingerprints.size();
    }

    /** How many transactions they have in all. */
    public int transactions() {
        return rows(Table.POSTING).count();
    }

    int firstUser() {
        return firstUser;
    }

    Rows rows(Table table) {
        return tables.get(table);
    }

    Object value(long position) {
        return values.get((int) position);
    }

    DistinctTexts merchants() {
        return merchants;
    }

    /** Words of closed vocabularies, such as names of personas. */
    DistinctTexts words() {
        return words;
    }

    /** Other texts of findings, many of which repeat. */
    DistinctTexts phrases() {
        return phrases;
    }

    /** Revisions of the rules that judged these users. */
    Set<String> revisions() {
        return revisions;
    }

    /** The dates of the looks at these users. */
    Set<LocalDate> looks() {
        return looks;
    }

    /** How many rows of a table people see who do not ask for earlier looks. */
    int shown(Table table) {
        return table.holdsFindings()
                ? latest.getOrDefault(table, 0)
                : rows(table).count();
    }

    List<Fingerprint> fingerprints() {
        return fingerprints;
    }

    /** One for each user, those without findings included. */
    List<Fingerprint> findingsFingerprints() {
        return findingsFingerprints;
    }

    /** The profile that each user began with, where one was planted. */
    List<String> firstProfiles() {
        return firstProfiles;
    }

    private void addCustomer(int user, History history, Fingerprint fingerprint) {
        Customer customer = history.customer();
        rows(Table.USER)
                .put(user)
                .put(value(customer.id()))
                .put(value(customer.name()))
                .put(customer.age())
                .put(value(customer.region()))
                .put(customer.annualIncome())
                .put(customer.consent() ? 1 : 0)
                .put(history.from().toEpochDay())
                .put(history.asOf().toEpochDay())
                .put(value(fingerprint.bytes()));
    }

    private void addAccounts(int user, History history) {
        for (Account account : history.accounts()) {
            rows(Table.ACCOUNT)
                    .put(Table.accountKey(user, account.slot()))
                    .put(value(account.id()))
                    .put(account.type().ordinal())
                    .put(value(account.name()))
                    .put(value(account.mask()))
                    .put(account.openingBalance())
                    .put(order.closingBalance(account))
                    .put(account.creditLimit())
                    .put(account.aprBasisPoints());
        }
    }

    private void addPostings(int user, History history) {
        Rows rows = rows(Table.POSTING);
        for (int i = 0; i < order.size(); i++) {
            int position = order.position(i);
            Transaction transaction = history.transactions().get(position);
            rows.put(Table.accountKey(user, transaction.account().slot()))
                    .put(order.day(position))
                    .put(transaction.sequence())
                    .put(order.place(position))
                    .put(transaction.minute() == Transaction.NO_TIME ? Rows.NOTHING : transaction.minute())
                    .put(transaction.amount())
                    .put(merchants.position(transaction.merchant()))
                    .put(transaction.category().ordinal())
                    .put(transaction.channel().ordinal());
        }
    }

    private void addStatements(int user, History history) {
        Account card = null;
        for (Statement statement : history.statements()) {
            int key = Table.accountKey(user, statement.account().slot());
            rows(Table.STATEMENT)
                    .put(key)
                    .put(statement.closingDate().toEpochDay())
                    .put(statement.balance())
                    .put(statement.interest())
                    .put(statement.minimumPayment())
                    .put(statement.dueDate().toEpochDay());
            if (!statement.account().equals(card)) {
                card = statement.account();
                addLiability(key, history.liability(card));
            }
        }
    }

    private void addLiability(int key, Liability liability) {
        rows(Table.LIABILITY)
                .put(key)
                .put(liability.statementBalance())
                .put(liability.minimumPayment())
                .put(liability.lastPayment())
                .put(liability.nextDueDate().toEpochDay())
                .put(liability.overdue() ? 1 : 0);
    }

    private void addDeclined(int user, History history) {
        int sequence = 0;
        for (DeclinedPurchase purchase : history.declined()) {
            rows(Table.DECLINE)
                    .put(user)
                    .put(sequence++)
                    .put(Table.accountKey(user, purchase.account().slot()))
                    .put(purchase.date().toEpochDay())
                    .put(purchase.amount())
                    .put(merchants.position(purchase.merchant()))
                    .put(purchase.category().ordinal());
        }
    }

    private void addEpisodes(int user, GroundTruth truth) {
        int sequence = 0;
        for (Episode episode : truth.episodes()) {
            if (sequence == 0) {
                firstProfiles.add(episode.profile());
            }
            rows(Table.EPISODE)
                    .put(user)
                    .put(sequence++)
                    .put(value(episode.profile()))
                    .put(episode.from().toEpochDay())
                    .put(episode.to().toEpochDay())
                    .put(value(episode.cause()))
                    .real(episode.intensity());
        }
    }

    private void addEvents(int user, GroundTruth truth) {
        int sequence = 0;
        for (LifeEvent event : truth.events()) {
            rows(Table.LIFE_EVENT)
                    .put(user)
                    .put(sequence++)
                    .put(value(event.name()))
                    .put(event.from().toEpochDay())
                    .put(event.to().toEpochDay());
        }
    }

    private void addFindings(int user, History history, List<Findings> timeline) {
        String userId = history.customer().id();
        findingsRows.start(user, history);
        List<Fingerprint> ofLooks = new ArrayList<>();
        for (Findings findings : timeline) {
            Fingerprint fingerprint = findingsDigest.of(userId, Optional.of(findings));
            ofLooks.add(fingerprint);
            looks.add(findings.asOf());
            revisions.add(findings.revision());
            findingsRows.add(findings, fingerprint);
        }
        findingsFingerprints.add(findingsDigest.of(userId, ofLooks));
        findingsRows.latest().forEach((table, rows) -> latest.merge(table, rows, Integer::sum));
    }

    long value(Object value) {
        values.add(value);
        return values.size() - 1L;
    }

    int word(String word) {
        return words.position(word);
    }

    int phrase(String phrase) {
        return phrases.position(phrase);
    }
}
