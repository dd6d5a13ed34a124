package dev.spendsense.bank;

/**
 * What a bank knows about the person behind the accounts.
 *
 * @param id opaque public identifier
 * @param name given and family name
 * @param age completed years at the end of the period
 * @param region US Census region
 * @param annualIncome declared gross income, cents a year
 * @param consent whether the customer allows the bank to derive findings from the history
 */
public record Customer(String id, String name, int age, String region, long annualIncome, boolean consent) {}
