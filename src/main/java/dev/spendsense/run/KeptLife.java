package dev.spendsense.run;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.simulation.Life;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A life in little memory: some 20 bytes a transaction in place of about 50. It comes back equal to what it was. */
final class KeptLife {

    private static final Category[] CATEGORIES = Category.values();
    private static final Channel[] CHANNELS = Channel.values();

    /** Everything but the transactions. */
    private final Life frame;

    private final String[] merchants;
    private final long[] amounts;
    private final int[] days;
    private final int[] sequences;
    private final short[] minutes;
    private final short[] merchantOf;
    private final byte[] slots;
    private final byte[] categories;
    private final byte[] channels;

    private KeptLife(Life life) {
        History history = life.history();
        List<Transaction> transactions = history.transactions();
        int many = transactions.size();
        this.frame = new Life(with(history, List.of()), life.truth());
        this.amounts = new long[many];
        this.days = new int[many];
        this.sequences = new int[many];
        this.minutes = new short[many];
        this.merchantOf = new short[many];
        this.slots = new byte[many];
        this.categories = new byte[many];
        this.channels = new byte[many];
        Map<String, Short> names = new LinkedHashMap<>();
        for (int i = 0; i < many; i++) {
            Transaction one = transactions.get(i);
            amounts[i] = one.amount();
            days[i] = (int) one.date().toEpochDay();
            sequences[i] = one.sequence();
            minutes[i] = (short) one.minute();
            merchantOf[i] = names.computeIfAbsent(one.merchant(), name -> (short) names.size());
            slots[i] = (byte) history.accounts().indexOf(one.account());
            categories[i] = (byte) one.category().ordinal();
            channels[i] = (byte) one.channel().ordinal();
        }
        this.merchants = names.keySet().toArray(String[]::new);
    }

    static KeptLife of(Life life) {
        return new KeptLife(life);
    }

    Life life() {
        List<Account> accounts = frame.history().accounts();
        List<Transaction> transactions = new ArrayList<>(amounts.length);
        LocalDate date = frame.history().from();
        for (int i = 0; i < amounts.length; i++) {
            if (date.toEpochDay() != days[i]) {
                date = LocalDate.ofEpochDay(days[i]);
            }
            transactions.add(new Transaction(
                    accounts.get(slots[i]),
                    sequences[i],
                    date,
                    minutes[i],
                    amounts[i],
                    merchants[merchantOf[i]],
                    CATEGORIES[categories[i]],
                    CHANNELS[channels[i]]));
        }
        return new Life(with(frame.history(), transactions), frame.truth());
    }

    private static History with(History history, List<Transaction> transactions) {
        return new History(
                history.customer(),
                history.from(),
                history.asOf(),
                history.accounts(),
                transactions,
                history.statements(),
                history.declined());
    }
}
