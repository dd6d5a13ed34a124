package dev.spendsense.simulation;

import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.SavingsInterest;
import dev.spendsense.simulation.Wallet.CardInUse;
import java.util.List;
import java.util.Optional;

/** What the bank does by itself, morning and night: fees for missed payments, statements, interest. */
final class BankBooks {

    private final List<CardInUse> cards;
    private final Optional<SavingsInterest> savings;

    BankBooks(Household household, List<CardInUse> cards, Ledger ledger) {
        this.cards = cards;
        this.savings = household.savings().map(account -> new SavingsInterest(account, ledger));
    }

    void open(Day today) {
        for (CardInUse card : cards) {
            card.card().openDay(today.date());
        }
    }

    void close(Day today) {
        for (CardInUse card : cards) {
            card.card().closeDay(today.date());
        }
        if (savings.isPresent()) {
            savings.get().closeDay(today.date(), today.lastOfMonth());
        }
    }
}
