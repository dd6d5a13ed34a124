package dev.spendsense.scenario;

import java.util.List;

/**
 * The world the users spend in.
 *
 * @param purchases kinds of everyday purchase
 * @param bills what a household owes every month
 * @param subscriptions services that renew by themselves
 * @param employers who pays wages
 * @param clients who pays the self-employed
 * @param cardNames product names of credit cards
 */
public record Catalog(
        List<PurchaseKind> purchases,
        List<Bill> bills,
        List<Subscription> subscriptions,
        List<String> employers,
        List<String> clients,
        List<String> cardNames) {}
