package dev.spendsense.simulation;

/** Cash from a machine, in twenties; some machines belong to another bank. */
final class CashWithdrawals {

    private static final long NOTE = 20_00;
    private static final int MOST_NOTES = 6;
    private static final double OTHER_BANK = 0.25;
    private static final int EARLIEST = 8 * 60;
    private static final int OPEN_MINUTES = 14 * 60;

    private final double perDay;
    private final Wallet wallet;
    private final RandomStream draws;

    CashWithdrawals(double perDay, Wallet wallet, RandomStream draws) {
        this.perDay = perDay;
        this.wallet = wallet;
        this.draws = draws;
    }

    void withdraw(Day today) {
        if (draws.on(today.number()).chance(perDay)) {
            long amount = NOTE * (1 + draws.below(MOST_NOTES));
            int minute = EARLIEST + draws.below(OPEN_MINUTES);
            wallet.withdraw(today, minute, amount, draws.chance(OTHER_BANK));
        }
    }
}
