package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Customer;
import java.util.List;
import java.util.Optional;

/**
 * All that is settled about a customer on the first day: who it is, the accounts, what befalls the customer, and how the
 * customer means to live before and after. What happens then is the ledger's.
 *
 * @param customer the person
 * @param checking the account that wages go to and bills leave from
 * @param savings the savings account, if any
 * @param pays every pay of the period, in order of the day
 * @param chapters stretches of days with a plan each, in order; they cover the period
 * @param occurrences the events that befall the customer, in order
 */
record Household(
        Customer customer,
        Account checking,
        Optional<Account> savings,
        List<Earnings.Pay> pays,
        List<Chapter> chapters,
        List<Occurrence> occurrences) {

    Household {
        pays = List.copyOf(pays);
        chapters = List.copyOf(chapters);
        occurrences = List.copyOf(occurrences);
    }

    /** How the customer lives at first. */
    Chapter opening() {
        return chapters.get(0);
    }
}
