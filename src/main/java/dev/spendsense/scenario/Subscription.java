package dev.spendsense.scenario;

import dev.spendsense.bank.Category;
import java.util.Optional;

/**
 * A service that renews every month by itself.
 *
 * @param merchant name on the statement
 * @param price cents a month
 * @param kind what it offers, for example {@code streaming}; several of one kind are more than a household uses
 * @param category what the bank calls it
 * @param companion the merchant at which a member shops when the membership is used
 * @param weight how often it is chosen compared with the others
 */
public record Subscription(
        String merchant, long price, String kind, Category category, Optional<String> companion, double weight) {}
