package dev.spendsense.bank;

import java.time.LocalDate;

/**
 * A card's obligations as a bank reports them on one day.
 *
 * @param account the card
 * @param aprBasisPoints annual percentage rate in hundredths of a percent
 * @param statementBalance cents on the latest statement
 * @param minimumPayment cents that the latest statement asks for
 * @param lastPayment cents of the latest payment; 0 when there was none
 * @param nextDueDate the first due date that is not in the past
 * @param overdue whether the latest due date that has passed went by, and the minimum payment has still not arrived
 */
public record Liability(
        Account account,
        int aprBasisPoints,
        long statementBalance,
        long minimumPayment,
        long lastPayment,
        LocalDate nextDueDate,
        boolean overdue) {}
