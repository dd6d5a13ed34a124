package dev.spendsense.scenario;

import java.util.Map;

/**
 * Everyday purchases. How much is spent follows from the budget; this says in how many tickets, and how.
 *
 * @param perDay purchases a day on average; unused where the ticket is set
 * @param ticket cents that a purchase costs on average, where the number of purchases is to follow from it and the
 *     budget; [0, 0] where the ticket is to follow from the number
 * @param basket factors on the weights of the catalog's purchase kinds, by name
 * @param onCard share of purchases put on a credit card where one has room, 0 to 1
 * @param paydayLift share by which purchases rise in the three days after pay
 * @param trend share by which purchases grow from the first to the last day (0.3: from 15% below to 15% above average)
 * @param impulsesAMonth outsized purchases a month
 * @param impulseTimes how many times the normal ticket of its kind an outsized purchase costs
 * @param cashAMonth cash withdrawals a month
 * @param refunds factor on the catalog's shares of purchases that are taken back
 */
public record ShoppingHabit(
        Range perDay,
        Range ticket,
        Map<String, Double> basket,
        Range onCard,
        Range paydayLift,
        Range trend,
        Range impulsesAMonth,
        Range impulseTimes,
        Range cashAMonth,
        double refunds) {}
