package dev.spendsense.web.users;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaStretch;
import dev.spendsense.json.ExplanationJson;
import dev.spendsense.json.FindingsJson;
import dev.spendsense.json.FindingsJson.AdviceJson;
import dev.spendsense.json.FindingsJson.SignalJson;
import dev.spendsense.json.TwinJson;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.text.NearestName;
import dev.spendsense.twin.WhatIf;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import dev.spendsense.web.users.Verdicts.Verdict;
import dev.spendsense.workbench.explain.Explanation;
import dev.spendsense.workbench.explain.Flips;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What rules concluded about one user. Everything here is refused for a user who does not consent. */
@Tag(name = "users")
@RestController
@RequestMapping("/api/v1/datasets/{dataset}/users/{user}")
class FindingsController {

    private final UserRooms rooms;
    private final ObjectProvider<Verdicts> verdicts;

    FindingsController(UserRooms rooms, ObjectProvider<Verdicts> verdicts) {
        this.rooms = rooms;
        this.verdicts = verdicts;
    }

    /** Signals, detected or not. */
    @Needs(Role.VIEWER)
    @GetMapping("/signals")
    Items<SignalJson> signals(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestParam(name = "as_of", required = false) LocalDate asOf,
            @RequestParam(required = false) Boolean detected) {
        return ask(
                dataset,
                user,
                asOf,
                findings -> Items.all(findings.signals().stream()
                        .filter(signal -> detected == null || signal.detected() == detected)
                        .toList()));
    }

    /** Advice that was given, and at the last look what people have decided about it. */
    @Needs(Role.VIEWER)
    @GetMapping("/recommendations")
    Items<DecidedAdviceJson> recommendations(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestParam(name = "as_of", required = false) LocalDate asOf) {
        UserRoom room = rooms.room(dataset);
        List<AdviceJson> given = ask(dataset, user, asOf, FindingsJson::recommendations);
        boolean last = asOf == null
                || room.read(data -> asOf.equals(UserAsOf.in(data, user, null).date()));
        List<Verdict> decided = last ? decided(dataset, given) : List.of();
        room.gate().require(user); // what was decided was read after the findings
        return Items.all(IntStream.range(0, given.size())
                .mapToObj(i -> new DecidedAdviceJson(given.get(i), decided.isEmpty() ? null : decided.get(i)))
                .toList());
    }

    private List<Verdict> decided(String dataset, List<AdviceJson> given) {
        Verdicts known = verdicts.getIfAvailable();
        List<RecommendationId> ids = given.stream()
                .map(advice -> RecommendationId.parse(advice.recommendationId()).orElseThrow())
                .toList();
        return known == null ? List.of() : known.on(dataset, ids);
    }

    /** Which persona the user was found to have, from when to when. */
    @Needs(Role.VIEWER)
    @GetMapping("/personas")
    Items<PersonaStretch> personas(@PathVariable String dataset, @PathVariable String user) {
        UserRoom room = rooms.room(dataset);
        FindingsGate gate = room.gate();
        return room.read(data -> {
            UserAsOf.in(data, user, null);
            gate.require(user);
            return Items.all(PersonaStretch.of(gate.timeline(data, user)));
        });
    }

    /**
     * Why the user was judged so, and what would have judged otherwise.
     *
     * @param persona explain this one alone, assigned or not
     * @param everything with a persona: try parameters and other histories too, which takes long
     */
    @Needs(Role.VIEWER)
    @GetMapping("/explanation")
    ExplanationJson explanation(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestParam(name = "as_of", required = false) LocalDate asOf,
            @RequestParam(required = false) String persona,
            @RequestParam(defaultValue = "false") boolean everything) {
        UserRoom room = rooms.room(dataset);
        FindingsGate gate = room.gate();
        return room.read(data -> {
            UserAsOf at = UserAsOf.in(data, user, asOf);
            gate.require(user);
            RuleBase rules =
                    room.rules().orElseThrow(() -> new NoSuchElementException("no rules have judged this dataset"));
            return explain(gate, rules, data, at, Optional.ofNullable(persona), everything);
        });
    }

    private static ExplanationJson explain(
            FindingsGate gate,
            RuleBase rules,
            Dataset data,
            UserAsOf at,
            Optional<String> persona,
            boolean everything) {
        Collection<String> known = rules.definitions().vocabulary().personas().keySet();
        persona.filter(name -> !known.contains(name)).ifPresent(name -> {
            throw new WrongParameter(
                    "persona",
                    name,
                    NearestName.of(name, known)
                            .map(near -> "unknown; did you mean " + near + "?")
                            .orElse("unknown; expected one of " + String.join(", ", known)));
        });
        History history = data.history(at.userId());
        Explanation explanation = gate.explanation(rules, history, at.date());
        List<Flips> flips = known.stream()
                .filter(name -> persona.isEmpty() || persona.get().equals(name))
                .map(name -> gate.flips(rules, history, at.date(), name, everything && persona.isPresent()))
                .toList();
        Optional<Boolean> asStored = gate.findings(data, at.userId(), at.date())
                .map(stored -> stored.equals(explanation.findings().untraced()));
        return ExplanationJson.of(explanation, flips, asStored, persona);
    }

    /**
     * The user's life beside the same life with one thing changed.
     *
     * @param without an event that the twin does not meet
     * @param set fields of the scenario that are otherwise, {@code path=value}
     */
    @Needs(Role.VIEWER)
    @GetMapping("/twin")
    TwinJson twin(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestParam(required = false) String without,
            @RequestParam(required = false) List<String> set,
            @RequestParam(required = false) String every) {
        boolean hasSettings = set != null && !set.isEmpty();
        if ((without == null) != hasSettings) {
            throw new WrongParameter(
                    "without", String.valueOf(without), "expected either without=EVENT or set=path=value");
        }
        WhatIf whatIf = without != null ? new WhatIf.Without(without) : new WhatIf.With(set);
        UserRoom room = rooms.room(dataset);
        FindingsGate gate = room.gate();
        return room.read(data -> {
            UserAsOf.in(data, user, null);
            return TwinJson.of(gate.twins(data, user, whatIf, Optional.ofNullable(every)));
        });
    }

    private <T> T ask(String dataset, String user, LocalDate asOf, Function<FindingsJson, T> question) {
        UserRoom room = rooms.room(dataset);
        FindingsGate gate = room.gate();
        return room.read(data -> {
            UserAsOf at = UserAsOf.in(data, user, asOf);
            gate.require(user);
            Findings findings = gate.findings(data, user, at.date())
                    .orElseThrow(() -> new NoSuchElementException("no rules have judged " + user + " on " + at.date()));
            return question.apply(FindingsJson.of(findings));
        });
    }
}
