package dev.spendsense.scenario;

import static dev.spendsense.scenario.ScenarioForms.range;
import static dev.spendsense.yaml.Form.count;
import static dev.spendsense.yaml.Form.money;
import static dev.spendsense.yaml.Form.number;
import static dev.spendsense.yaml.Form.share;

import dev.spendsense.scenario.Change.Lever;
import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.YamlFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the events of a scenario, and what they turn each profile into. */
final class EventReader {

    /** The block of a scenario that declares events, and of a profile that says to whom they happen. */
    static final String EVENTS = "events";

    private static final String ONE_OF = "one_of";
    private static final double ROUNDING = 1e-9;
    private static final Range AS_BEFORE = new Range(1, 1);
    private static final Form<Range> FACTOR = range(number(0, 10));

    private final Faults faults;
    private final ProfileReader profiles;
    private final Map<String, YamlFields> population;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    /** @param population every profile as it was written, over the defaults */
    EventReader(Faults faults, ProfileReader profiles, Map<String, YamlFields> population) {
        this.faults = faults;
        this.profiles = profiles;
        this.population = population;
    }

    /**
     * An event with what it changes.
     *
     * @param becomes the profile whose habits are taken over, if any
     * @param changes fields of a profile over that
     */
    private record Draft(Event event, Optional<String> becomes, Optional<YamlFields> changes, Set<Lever> levers) {}

    /** Reads the declared events. */
    void declare(YamlFields root) {
        if (root.has(EVENTS)) {
            root.block(EVENTS).blocks(Form.name()).forEach((name, fields) -> drafts.put(name, draft(name, fields)));
        }
    }

    private Draft draft(String name, YamlFields fields) {
        Range day = fields.get("day", range(count(1, ScenarioReader.MOST_DAYS)));
        Optional<Range> lasts = fields.has("lasts")
                ? Optional.of(fields.get("lasts", range(count(1, ScenarioReader.MOST_DAYS))))
                : Optional.empty();
        Optional<String> becomes = fields.has("becomes")
                ? Optional.of(fields.get("becomes", Form.known(population.keySet())))
                : Optional.empty();
        Optional<YamlFields> changes = fields.has("changes") ? Optional.of(fields.block("changes")) : Optional.empty();
        List<String> truth = fields.has("truth")
                ? fields.list("truth", Form.name())
                : becomes.map(List::of).orElse(List.of());
        Event event = new Event(
                name,
                day,
                lasts,
                fields.get("pay", FACTOR, AS_BEFORE),
                fields.get("spending", FACTOR, AS_BEFORE),
                fields.get("moves", Form.flag(), false),
                fields.get("pays_off_cards", Form.flag(), false),
                truth,
                fields.get("alongside", Form.flag(), false),
                flows(fields, lasts.isPresent()));
        fields.end();
        changes.ifPresent(written -> profiles.read(name, written.partial()));
        return new Draft(event, becomes, changes, levers(becomes.isPresent(), changes));
    }

    private static Set<Lever> levers(boolean all, Optional<YamlFields> changes) {
        Set<Lever> levers = all ? EnumSet.allOf(Lever.class) : EnumSet.noneOf(Lever.class);
        for (Lever lever : Lever.values()) {
            if (changes.isPresent() && changes.get().has(lever.name().toLowerCase(Locale.ROOT))) {
                levers.add(lever);
            }
        }
        return levers;
    }

    private static List<CashFlow> flows(YamlFields fields, boolean passes) {
        List<CashFlow> flows = new ArrayList<>();
        if (fields.has("flows")) {
            fields.block("flows").blocks(Form.name()).forEach((name, flow) -> flows.add(flow(name, flow, passes)));
        }
        return flows;
    }

    private static CashFlow flow(String name, YamlFields fields, boolean passes) {
        boolean arrives = fields.has("receives");
        String direction = arrives ? "receives" : "pays";
        if (arrives && fields.has("pays")) {
            fields.reject("pays", "either receives or pays");
        }
        YamlFields amount = fields.block(direction);
        boolean shareOfPay = amount.has("share_of_monthly_pay");
        Range range = shareOfPay
                ? amount.get("share_of_monthly_pay", range(number(0, 100)))
                : amount.get("dollars", range(money(0, 10_000_000)));
        amount.end();
        int every = fields.get("every", count(1, 3_660), 0);
        int most = every == 0 ? 1 : ScenarioReader.MOST_DAYS;
        CashFlow flow = new CashFlow(
                name,
                arrives,
                range,
                shareOfPay,
                fields.list("parties", Form.text()),
                fields.get("category", arrives ? Form.income() : Form.spending()),
                fields.get("on_card", Form.flag(), false),
                fields.get("after", count(0, 3_660), 0),
                every,
                fields.get("times", count(1, ScenarioReader.MOST_DAYS), most));
        if (every > 0 && !passes && !fields.has("times")) {
            fields.reject("times", "how often, because the event does not end");
        }
        fields.end();
        return flow;
    }

    /** The events that customers of a profile may meet. */
    List<Prospect> prospects(YamlFields profile) {
        if (!profile.has(EVENTS)) {
            return List.of();
        }
        YamlFields chances = profile.block(EVENTS);
        List<Prospect> prospects = new ArrayList<>();
        if (chances.has(ONE_OF)) {
            double from = 0;
            for (Map.Entry<String, Double> one : shares(chances.block(ONE_OF)).entrySet()) {
                prospect(one.getKey(), from, one.getValue(), true, profile).ifPresent(prospects::add);
                from += one.getValue();
            }
            if (from > 1 + ROUNDING) {
                chances.reject(ONE_OF, "shares that sum up to 1 at most");
            }
        }
        shares(chances)
                .forEach((name, chance) ->
                        prospect(name, 0, chance, false, profile).ifPresent(prospects::add));
        return prospects;
    }

    private Map<String, Double> shares(YamlFields chances) {
        Form<String> event = drafts.isEmpty() ? Form.name() : Form.known(drafts.keySet());
        Map<String, Double> shares = chances.otherValues(event, share());
        if (drafts.isEmpty() && !shares.isEmpty()) {
            chances.rejectAll(String.join(", ", shares.keySet()), "events that the scenario declares under events");
        }
        return shares;
    }

    private Optional<Prospect> prospect(String name, double from, double chance, boolean shutsOut, YamlFields profile) {
        Draft draft = drafts.get(name);
        return draft == null || faults.reports() > 0
                ? Optional.empty()
                : Optional.of(new Prospect(draft.event(), from, chance, shutsOut, change(draft, profile)));
    }

    private Change change(Draft draft, YamlFields profile) {
        YamlFields base = draft.becomes().map(population::get).orElse(profile);
        YamlFields after = draft.changes()
                .map(changes -> changes.over(base, Overlay::merge))
                .orElse(base);
        Profile then = profiles.read(draft.event().name(), after);
        boolean rhythmStays =
                draft.changes().isEmpty() || !draft.changes().get().has("income");
        Set<Lever> levers = new HashSet<>(draft.levers());
        if (rhythmStays
                && !earnsIrregularly(then)
                && !earnsIrregularly(profiles.read(draft.event().name(), profile))) {
            levers.remove(Lever.INCOME);
        }
        return new Change(then, levers);
    }

    /** Whoever goes on in employment keeps the payday; only work of another kind changes it. */
    private static boolean earnsIrregularly(Profile profile) {
        return profile.income().schedule().options().contains(PaySchedule.IRREGULAR);
    }
}
