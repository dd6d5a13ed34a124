package dev.spendsense.dataset;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Hashes users one after another, for one thread. What is hashed is a user's rows in the order of the history, with
 * names instead of codes: it depends on no row number, on no dictionary, and on no other user.
 */
final class UserDigest {

    /** First byte of what is hashed; to be raised when the form changes. */
    private static final int FORM = 2;

    private final CanonicalBytes bytes = new CanonicalBytes();
    private final MessageDigest sha256 = sha256();

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Fingerprint of(History history, GroundTruth truth) {
        bytes.clear();
        bytes.number(FORM);
        customer(history);
        accounts(history);
        transactions(history);
        statements(history);
        declined(history);
        truth(truth);
        bytes.feed(sha256);
        return Fingerprint.ofBytes(sha256.digest());
    }

    private void customer(History history) {
        Customer customer = history.customer();
        bytes.text(customer.id());
        bytes.text(customer.name());
        bytes.number(customer.age());
        bytes.text(customer.region());
        bytes.number(customer.annualIncome());
        bytes.flag(customer.consent());
        bytes.date(history.from());
        bytes.date(history.asOf());
    }

    private void accounts(History history) {
        bytes.number(history.accounts().size());
        for (Account account : history.accounts()) {
            bytes.text(account.id());
            bytes.number(account.slot());
            bytes.word(account.type().name());
            bytes.text(account.name());
            bytes.text(account.mask());
            bytes.number(account.openingBalance());
            bytes.number(account.creditLimit());
            bytes.number(account.aprBasisPoints());
        }
    }

    private void transactions(History history) {
        bytes.number(history.transactions().size());
        for (Transaction transaction : history.transactions()) {
            bytes.number(transaction.account().slot());
            bytes.number(transaction.sequence());
            bytes.date(transaction.date());
            bytes.number(transaction.minute());
            bytes.number(transaction.amount());
            bytes.word(transaction.merchant());
            bytes.word(transaction.category().name());
            bytes.word(transaction.channel().name());
        }
    }

    private void statements(History history) {
        bytes.number(history.statements().size());
        for (Statement statement : history.statements()) {
            bytes.number(statement.account().slot());
            bytes.date(statement.closingDate());
            bytes.number(statement.balance());
            bytes.number(statement.interest());
            bytes.number(statement.minimumPayment());
            bytes.date(statement.dueDate());
        }
    }

    private void declined(History history) {
        bytes.number(history.declined().size());
        for (DeclinedPurchase purchase : history.declined()) {
            bytes.number(purchase.account().slot());
            bytes.date(purchase.date());
            bytes.number(purchase.amount());
            bytes.word(purchase.merchant());
            bytes.word(purchase.category().name());
        }
    }

    private void truth(GroundTruth truth) {
        bytes.number(truth.episodes().size());
        for (Episode episode : truth.episodes()) {
            bytes.word(episode.profile());
            bytes.date(episode.from());
            bytes.date(episode.to());
            bytes.word(episode.cause());
            bytes.real(episode.intensity());
        }
        bytes.number(truth.events().size());
        for (LifeEvent event : truth.events()) {
            bytes.word(event.name());
            bytes.date(event.from());
            bytes.date(event.to());
        }
    }
}
