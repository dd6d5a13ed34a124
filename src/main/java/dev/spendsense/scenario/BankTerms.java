package dev.spendsense.scenario;

import dev.spendsense.bank.CardTerms;

/**
 * The bank's price list.
 *
 * @param cards how statements, minimum payments and late fees work
 * @param savingsRateBasisPoints interest a year on savings, in hundredths of a percent
 * @param overdraftLimit cents a checking account may fall below zero for bills; card purchases are declined instead
 * @param overdraftFee cents for each day on which a bill is paid into the overdraft
 * @param returnedFee cents when a bill is sent back because even the overdraft does not cover it
 * @param foreignFeeBasisPoints share of a foreign purchase charged on top, in hundredths of a percent
 * @param atmFee cents for cash from another bank's machine
 */
public record BankTerms(
        CardTerms cards,
        int savingsRateBasisPoints,
        long overdraftLimit,
        long overdraftFee,
        long returnedFee,
        int foreignFeeBasisPoints,
        long atmFee) {}
