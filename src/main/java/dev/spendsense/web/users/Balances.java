package dev.spendsense.web.users;

import dev.spendsense.bank.DailyBalances;
import dev.spendsense.bank.History;
import java.time.LocalDate;

/**
 * What a user has and owes at the end of each day, in cents.
 *
 * @param from the first day
 * @param to the last day, included
 * @param liquidCents in checking and savings together, a day each
 * @param owedCents on all cards together, a day each; negative when the bank owes
 */
record Balances(LocalDate from, LocalDate to, long[] liquidCents, long[] owedCents) {

    static Balances of(History history) {
        DailyBalances daily = DailyBalances.of(history);
        return new Balances(history.from(), history.asOf(), daily.liquid(), daily.owed());
    }
}
