package dev.spendsense.simulation;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Customer;
import dev.spendsense.scenario.Profile;
import dev.spendsense.simulation.HomeBills.HomeBill;
import java.util.List;
import java.util.Optional;

/**
 * All that is settled about a customer on the first day: what comes in, what goes out every month, and how the customer
 * means to live on it. Nothing here changes afterwards; what happens is the ledger's.
 *
 * @param customer the person
 * @param profile the way of living that was planted
 * @param earnings every pay of the period
 * @param checking the account that wages go to and bills leave from
 * @param savings the savings account, if any
 * @param setAside cents a month moved to savings; 0 for none
 * @param cards credit cards, the one used most first
 * @param bills monthly bills
 * @param services subscriptions
 * @param shopping everyday purchases
 * @param monthlySpending cents a month that the customer means to spend on everything
 * @param floor cents of liquid money that a paced household tries not to touch
 */
record Household(
        Customer customer,
        Profile profile,
        Earnings earnings,
        Account checking,
        Optional<Account> savings,
        long setAside,
        List<CardPlan> cards,
        List<HomeBill> bills,
        Services services,
        ShoppingPlan shopping,
        long monthlySpending,
        long floor) {}
