package dev.spendsense.simulation;

import dev.spendsense.bank.Category;
import dev.spendsense.scenario.Bill;
import dev.spendsense.scenario.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The monthly bills of one household: a home, and what comes with it. */
final class HomeBills {

    /** A household under a tight cap still pays this share of what its bills would otherwise be. */
    private static final double SMALLEST_CUT = 0.4;

    private HomeBills() {}

    /**
     * A bill that this household pays.
     *
     * @param payee name on the statement
     * @param category what the bank calls it
     * @param amount cents in a usual month
     * @param varies share by which a month may differ, 0 to 1
     * @param day day of the month on which it falls due
     */
    record HomeBill(String payee, Category category, long amount, double varies, int day) {}

    /**
     * Draws a home at a price and the bills that come with it, cut back to what the household can carry.
     *
     * @param elsewhere payees that do no business in the customer's region
     * @param housing cents a month for the home
     * @param cap cents a month for all bills
     */
    static List<HomeBill> draw(
            List<Bill> catalog, Set<String> elsewhere, double housing, double cap, RandomStream bills) {
        if (cap <= 0) {
            return List.of();
        }
        List<Bill> homes = catalog.stream().filter(Bill::housing).toList();
        Bill home = new Weighted<>(homes, homes.stream().map(Bill::heldBy).toList()).at(bills.nextDouble());
        HomeBill homeBill = homeBill(home, elsewhere, Math.min(housing, cap * 0.8), bills);
        List<HomeBill> others = new ArrayList<>();
        for (Bill bill : catalog) {
            boolean held = bills.chance(bill.heldBy());
            HomeBill other = homeBill(bill, elsewhere, bills.within(bill.amount()), bills);
            if (held && !bill.housing()) {
                others.add(other);
            }
        }
        long total = others.stream().mapToLong(HomeBill::amount).sum();
        double cut = Math.max(SMALLEST_CUT, Math.min(1, (cap - homeBill.amount()) / total));
        return Stream.concat(Stream.of(homeBill), others.stream().map(other -> cutBack(other, cut)))
                .filter(bill -> bill.amount() > 0)
                .toList();
    }

    private static HomeBill homeBill(Bill bill, Set<String> elsewhere, double amount, RandomStream bills) {
        String payee = payee(bill.payees(), elsewhere, bills.nextDouble());
        long cents = bill.housing() ? Math.round(amount / 5_00) * 5_00 : Math.round(amount);
        return new HomeBill(payee, bill.category(), cents, bill.varies(), bills.wholeWithin(bill.day()));
    }

    /** The payee at a share of their weights; the next one in the list that does business in the customer's region. */
    private static String payee(Weighted<String> payees, Set<String> elsewhere, double share) {
        List<String> names = payees.options();
        int first = names.indexOf(payees.at(share));
        for (int i = 0; i < names.size(); i++) {
            String name = names.get((first + i) % names.size());
            if (!elsewhere.contains(name)) {
                return name;
            }
        }
        return names.get(first);
    }

    private static HomeBill cutBack(HomeBill bill, double cut) {
        return new HomeBill(bill.payee(), bill.category(), Math.round(bill.amount() * cut), bill.varies(), bill.day());
    }
}
