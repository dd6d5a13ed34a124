package dev.spendsense.scenario;

import static dev.spendsense.scenario.Form.count;
import static dev.spendsense.scenario.Form.money;
import static dev.spendsense.scenario.Form.number;
import static dev.spendsense.scenario.Form.range;
import static dev.spendsense.scenario.Form.share;

import dev.spendsense.scenario.Change.Lever;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the events of a scenario, and what they turn each profile into. */
final class EventReader {

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
        if (root.has("events")) {
            root.block("events").blocks(Form.name()).forEach((name, fields) -> drafts.put(name, draft(name, fields)));
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
        if (!profile.has("events")) {
            return List.of();
        }
        Form<String> event = drafts.isEmpty() ? Form.name() : Form.known(drafts.keySet());
        List<Prospect> prospects = new ArrayList<>();
        profile.block("events").values(event, share()).forEach((name, chance) -> {
            Draft draft = drafts.get(name);
            if (draft == null) {
                profile.block("events").reject(name, "an event that the scenario declares under events");
            } else if (faults.reports() == 0) {
                prospects.add(new Prospect(draft.event(), chance, change(draft, profile)));
            }
        });
        return prospects;
    }

    private Change change(Draft draft, YamlFields profile) {
        YamlFields base = draft.becomes().map(population::get).orElse(profile);
        YamlFields after = draft.changes().map(changes -> changes.over(base)).orElse(base);
        after.has("events");
        return new Change(profiles.read(draft.event().name(), after), draft.levers());
    }
}
