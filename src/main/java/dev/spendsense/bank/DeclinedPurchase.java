package dev.spendsense.bank;

import java.time.LocalDate;

/**
 * A card purchase that the bank refused for want of money or credit. It moves no balance.
 *
 * @param account the account that was asked
 * @param date the day of the attempt
 * @param amount cents asked for, positive
 * @param merchant where it was tried
 * @param category what it was for
 */
public record DeclinedPurchase(Account account, LocalDate date, long amount, String merchant, Category category) {}
