package dev.spendsense.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The world the users spend in.
 *
 * @param purchases kinds of everyday purchase
 * @param bills what a household owes every month
 * @param subscriptions services that renew by themselves
 * @param employers who pays wages
 * @param clients who pays the self-employed
 * @param cardNames product names of credit cards
 * @param local by region, merchants and payees that only people of that region meet (or of another that names them too);
 *     one that is named nowhere does business everywhere
 */
public record Catalog(
        List<PurchaseKind> purchases,
        List<Bill> bills,
        List<Subscription> subscriptions,
        List<String> employers,
        List<String> clients,
        List<String> cardNames,
        Map<String, Set<String>> local) {

    /** The names that people of a region do not meet. */
    public Set<String> elsewhere(String region) {
        Set<String> elsewhere = new HashSet<>();
        local.values().forEach(elsewhere::addAll);
        elsewhere.removeAll(local.getOrDefault(region, Set.of()));
        return Set.copyOf(elsewhere);
    }
}
