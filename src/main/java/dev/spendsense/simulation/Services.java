package dev.spendsense.simulation;

import dev.spendsense.scenario.Range;
import dev.spendsense.scenario.Subscription;
import dev.spendsense.scenario.SubscriptionHabit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The services a customer subscribes to.
 *
 * @param kept all of them
 * @param shunned companion merchants of memberships that are paid for and not used
 * @param preferred companion merchants of memberships that are used
 */
record Services(List<Subscription> kept, Set<String> shunned, Set<String> preferred) {

    private static final int PROPOSALS = 60;

    /** Cents a month. */
    long monthly() {
        return total(kept);
    }

    /**
     * Chooses services whose prices come near a monthly total. Those that go unused come first: a membership whose
     * companion merchant the customer shuns, then several services of one kind.
     *
     * @param wanted cents a month
     */
    static Services choose(List<Subscription> catalog, SubscriptionHabit habit, double wanted, RandomStream draws) {
        int count = Math.min(catalog.size(), draws.wholeWithin(habit.count()));
        int unused = Math.min(count, draws.wholeWithin(habit.unused()));
        List<Subscription> left = new ArrayList<>(catalog);
        List<Subscription> kept = new ArrayList<>();
        Set<String> shunned = new HashSet<>();
        if (unused > 0) {
            takeUnusedMembership(left, kept, shunned, draws);
            takeSeveralOfOneKind(left, kept, Math.min(count - kept.size(), unused), draws);
        }
        int fixed = kept.size();
        while (kept.size() < count) {
            kept.add(left.remove(indexByWeight(left, draws.nextDouble())));
        }
        approach(kept, left, fixed, habit, wanted, draws);
        Set<String> preferred = new HashSet<>();
        kept.forEach(
                service -> service.companion().filter(c -> !shunned.contains(c)).ifPresent(preferred::add));
        return new Services(List.copyOf(kept), Set.copyOf(shunned), Set.copyOf(preferred));
    }

    private static void takeUnusedMembership(
            List<Subscription> left, List<Subscription> kept, Set<String> shunned, RandomStream draws) {
        List<Subscription> memberships =
                left.stream().filter(service -> service.companion().isPresent()).toList();
        if (!memberships.isEmpty()) {
            Subscription membership = memberships.get(draws.below(memberships.size()));
            left.remove(membership);
            kept.add(membership);
            membership.companion().ifPresent(shunned::add);
        }
    }

    private static void takeSeveralOfOneKind(
            List<Subscription> left, List<Subscription> kept, int count, RandomStream draws) {
        List<String> crowded = left.stream()
                .map(Subscription::kind)
                .distinct()
                .filter(kind -> left.stream().filter(s -> s.kind().equals(kind)).count() >= 2)
                .toList();
        if (crowded.isEmpty()) {
            return;
        }
        String kind = crowded.get(draws.below(crowded.size()));
        List<Subscription> ofKind =
                left.stream().filter(service -> service.kind().equals(kind)).toList();
        for (int i = 0; i < Math.min(count, ofKind.size()); i++) {
            left.remove(ofKind.get(i));
            kept.add(ofKind.get(i));
        }
    }

    /** Swaps services that may be swapped for others whenever that brings the total nearer to the wanted one. */
    private static void approach(
            List<Subscription> kept,
            List<Subscription> left,
            int fixed,
            SubscriptionHabit habit,
            double wanted,
            RandomStream draws) {
        double aim = within(habit.monthly(), wanted);
        long total = total(kept);
        for (int i = 0; i < PROPOSALS && kept.size() > fixed && !left.isEmpty(); i++) {
            int out = fixed + draws.below(kept.size() - fixed);
            int in = draws.below(left.size());
            long swapped = total - kept.get(out).price() + left.get(in).price();
            if (Math.abs(swapped - aim) < Math.abs(total - aim)) {
                left.set(in, kept.set(out, left.get(in)));
                total = swapped;
            }
        }
    }

    private static double within(Range range, double value) {
        return Math.max(range.low(), Math.min(range.high(), value));
    }

    private static long total(List<Subscription> services) {
        return services.stream().mapToLong(Subscription::price).sum();
    }

    private static int indexByWeight(List<Subscription> services, double share) {
        double left =
                share * services.stream().mapToDouble(Subscription::weight).sum();
        for (int i = 0; i < services.size(); i++) {
            left -= services.get(i).weight();
            if (left < 0) {
                return i;
            }
        }
        return services.size() - 1;
    }
}
