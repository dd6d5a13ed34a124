package dev.spendsense.workbench.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules conclude about the people of one file now, beside what was accepted. */
public final class GoldenChanges {

    private final Outcomes before;
    private final Outcomes now;
    private final List<UserChange> changes;

    GoldenChanges(Outcomes before, Outcomes now) {
        this.before = before;
        this.now = now;
        Map<String, UserOutcome> accepted = byHeading(before);
        Map<String, UserOutcome> found = byHeading(now);
        Stream<UserChange> stayed = found.values().stream()
                .map(user -> new UserChange(Optional.ofNullable(accepted.get(user.heading())), Optional.of(user)));
        Stream<UserChange> left = accepted.values().stream()
                .filter(user -> !found.containsKey(user.heading()))
                .map(user -> new UserChange(Optional.of(user), Optional.empty()));
        changes = Stream.concat(stayed, left).filter(change -> !change.none()).toList();
    }

    private static Map<String, UserOutcome> byHeading(Outcomes outcomes) {
        return outcomes.users().stream()
                .collect(Collectors.toMap(
                        UserOutcome::heading, user -> user, (first, second) -> second, LinkedHashMap::new));
    }

    /** Whether all is as it was accepted. */
    public boolean none() {
        return changes.isEmpty() && before.head().equals(now.head());
    }

    /** How many users differ; then a line for everyone who changed persona: from which to which, and why. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        int users = now.users().size();
        if (changes.isEmpty()) {
            lines.add(counted(users) + ", all as accepted");
            return lines;
        }
        if (before.users().isEmpty()) {
            lines.add(counted(users) + ", none accepted before");
            return lines;
        }
        List<UserChange> ofPersona = ofPersona();
        lines.add(changes.size() + " of " + counted(users) + " differ, " + ofPersona.size() + " changed persona"
                + (ofPersona.isEmpty() ? "" : ":"));
        ofPersona.forEach(change -> lines.add("  " + change.inWords()));
        return lines;
    }

    /**
     * The lines that are not the same, user by user, those who changed persona first: {@code -} before what was accepted,
     * {@code +} before what is so now.
     *
     * @param users of how many at most; how many are left out is said
     */
    public List<String> diff(int users) {
        List<String> lines = new ArrayList<>(UserChange.diff(before.head(), now.head()));
        List<UserChange> ordered = new ArrayList<>(ofPersona());
        changes.stream().filter(change -> !change.ofPersona()).forEach(ordered::add);
        ordered.stream().limit(users).forEach(change -> lines.addAll(change.diff()));
        if (ordered.size() > users) {
            lines.add("and " + counted(ordered.size() - users) + " more");
        }
        return lines;
    }

    private List<UserChange> ofPersona() {
        return changes.stream().filter(UserChange::ofPersona).toList();
    }

    private static String counted(int users) {
        return users + " user" + (users == 1 ? "" : "s");
    }

    Outcomes now() {
        return now;
    }
}
