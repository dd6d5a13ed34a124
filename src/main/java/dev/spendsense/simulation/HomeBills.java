package dev.spendsense.simulation;

import dev.spendsense.bank.Category;
import dev.spendsense.scenario.Bill;
import dev.spendsense.scenario.Weighted;
import java.util.ArrayList;
import java.util.List;
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
     * @param housing cents a month for the home
     * @param cap cents a month for all bills
     */
    static List<HomeBill> draw(List<Bill> catalog, double housing, double cap, RandomStream bills) {
        List<Bill> homes = catalog.stream().filter(Bill::housing).toList();
        Bill home = new Weighted<>(homes, homes.stream().map(Bill::heldBy).toList()).at(bills.nextDouble());
        HomeBill homeBill = homeBill(home, Math.min(housing, cap * 0.8), bills);
        List<HomeBill> others = new ArrayList<>();
        for (Bill bill : catalog) {
            boolean held = bills.chance(bill.heldBy());
            HomeBill other = homeBill(bill, bills.within(bill.amount()), bills);
            if (held && !bill.housing()) {
                others.add(other);
            }
        }
        long total = others.stream().mapToLong(HomeBill::amount).sum();
        double cut = Math.max(SMALLEST_CUT, Math.min(1, (cap - homeBill.amount()) / total));
        return Stream.concat(Stream.of(homeBill), others.stream().map(other -> cutBack(other, cut)))
                .toList();
    }

    private static HomeBill homeBill(Bill bill, double amount, RandomStream bills) {
        String payee = bill.payees().at(bills.nextDouble());
        long cents = bill.housing() ? Math.round(amount / 5_00) * 5_00 : Math.round(amount);
        return new HomeBill(payee, bill.category(), cents, bill.varies(), bills.wholeWithin(bill.day()));
    }

    private static HomeBill cutBack(HomeBill bill, double cut) {
        return new HomeBill(bill.payee(), bill.category(), Math.round(bill.amount() * cut), bill.varies(), bill.day());
    }
}
