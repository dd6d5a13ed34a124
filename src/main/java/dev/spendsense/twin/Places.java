package dev.spendsense.twin;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.History;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Which accounts of two lives stand for each other: those that are, say, the second card of either. Their identifiers may
 * differ, where one life has a savings account and the other has none.
 */
final class Places {

    private final Map<String, Integer> byId = new HashMap<>();

    Places(History history) {
        Map<AccountType, Integer> counts = new EnumMap<>(AccountType.class);
        for (Account account : history.accounts()) {
            byId.put(account.id(), counts.merge(account.type(), 1, Integer::sum));
        }
    }

    /** Which one of its type an account is, from 1. */
    int nth(Account account) {
        return byId.get(account.id());
    }

    /** The account's type, and which one of that type it is. */
    String of(Account account) {
        return account.type() + " " + nth(account);
    }
}
