package dev.spendsense.web.rules;

import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.web.ServiceSettings;
import dev.spendsense.web.datasets.Datasets;
import dev.spendsense.web.datasets.ServedDataset;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import dev.spendsense.web.rules.trial.TrialOrder;
import dev.spendsense.web.rules.trial.TrialOrder.Kind;
import dev.spendsense.web.rules.trial.TrialOrder.People;
import dev.spendsense.web.rules.trial.TrialOrder.Person;
import dev.spendsense.web.rules.trial.TrialOrder.Range;
import dev.spendsense.web.users.FindingsGate;
import dev.spendsense.web.users.UserRooms;
import dev.spendsense.workbench.desk.RuleDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Makes orders of what clients send: nothing that may not be tried, nobody who does not consent, not too many. */
@Component
final class Orders {

    static final int MOST_USERS = 2_000;

    private static final int USUAL_USERS = 500;
    private static final int USUAL_STEPS = 11;
    private static final int MOST_STEPS = 41;
    private static final int MOST_CONDITIONS = 20;

    private final RuleBook book;
    private final ScenarioShelf shelf;
    private final Datasets datasets;
    private final UserRooms rooms;
    private final boolean draftsAccepted;

    Orders(RuleBook book, ScenarioShelf shelf, Datasets datasets, UserRooms rooms, ServiceSettings settings) {
        this.book = book;
        this.shelf = shelf;
        this.datasets = datasets;
        this.rooms = rooms;
        this.draftsAccepted = settings.acceptDrafts();
    }

    /** @throws Problem when drafts are not taken here */
    RuleDraft draft(Posted.Draft posted) {
        if (posted == null) {
            return RuleDraft.none();
        }
        if (!draftsAccepted) {
            throw Problem.of(ProblemType.DRAFTS_REFUSED, "this service tries no rules that are sent to it");
        }
        return posted.draft();
    }

    TrialOrder ofTexts(Kind kind, RuleDraft draft) {
        return order(kind, draft, null, List.of(), null, null);
    }

    TrialOrder impact(Posted.Impact posted) {
        List<String> failIf = posted.failIf() == null ? List.of() : posted.failIf();
        if (failIf.size() > MOST_CONDITIONS) {
            throw Problem.field("fail_if", failIf.size() + " conditions", "at most " + MOST_CONDITIONS);
        }
        return order(Kind.IMPACT, draft(posted.draft()), people(posted.people()), failIf, null, null);
    }

    TrialOrder sweep(Posted.Sweep posted) {
        int steps = posted.steps() == null ? USUAL_STEPS : posted.steps();
        if (steps < 2 || steps > MOST_STEPS) {
            throw Problem.field("steps", steps, "2 to " + MOST_STEPS);
        }
        if (posted.parameter() == null) {
            throw Problem.field("parameter", null, "the name of a parameter");
        }
        if (posted.from() == null || posted.to() == null || !(posted.from() < posted.to())) {
            throw Problem.field("from", posted.from(), "a value lower than `to`");
        }
        Range range = new Range(posted.parameter(), posted.from(), posted.to(), steps);
        return order(Kind.SWEEP, draft(posted.draft()), people(posted.people()), List.of(), range, null);
    }

    TrialOrder explain(Posted.Explain posted) {
        if (posted.dataset() == null || posted.user() == null) {
            throw Problem.field(posted.dataset() == null ? "dataset" : "user", null, "a name");
        }
        ServedDataset served = datasets.find(posted.dataset());
        if (served.read(dataset -> dataset.position(posted.user()).isEmpty())) {
            throw Problem.of(ProblemType.NOT_FOUND, "there is no user " + posted.user() + " in this dataset");
        }
        require(posted.dataset(), posted.user());
        Person person = new Person(served.file().toString(), posted.user(), posted.asOf(), posted.persona());
        return order(Kind.EXPLAIN, draft(posted.draft()), null, List.of(), null, person);
    }

    private TrialOrder order(
            Kind kind, RuleDraft draft, People people, List<String> failIf, Range range, Person person) {
        return new TrialOrder(
                kind,
                book.folder().toAbsolutePath().toString(),
                shelf.folders().stream()
                        .map(it -> it.toAbsolutePath().toString())
                        .toList(),
                draft.texts(),
                draft.removed(),
                people,
                failIf,
                range,
                person);
    }

    private People people(Posted.People posted) {
        Posted.People asked = posted == null ? new Posted.People(null, null, null, null) : posted;
        if (asked.dataset() != null && (asked.scenario() != null || asked.seed() != null)) {
            throw Problem.field("people.dataset", asked.dataset(), "a dataset or a scenario, not both");
        }
        int users = asked.users() == null ? USUAL_USERS : asked.users();
        if (users < 1 || users > MOST_USERS) {
            throw Problem.field("people.users", users, "1 to " + MOST_USERS);
        }
        return asked.dataset() != null ? ofDataset(asked.dataset(), users) : ofScenario(asked, users);
    }

    private People ofDataset(String name, int most) {
        ServedDataset served = datasets.find(name);
        FindingsGate gate = rooms.room(name).gate();
        List<String> consenting = served.read(dataset ->
                dataset.userIds().stream().filter(gate::isOpenFor).limit(most).toList());
        if (consenting.isEmpty()) {
            throw Problem.field("people.dataset", name, "a dataset with users who consent");
        }
        String title = String.format(Locale.ROOT, "%s, %,d users who consent", name, consenting.size());
        return new People(title, served.file().toString(), consenting, null, List.of());
    }

    private People ofScenario(Posted.People asked, int users) {
        String name = asked.scenario() == null ? ScenarioShelf.DEFAULT : asked.scenario();
        if (shelf.file(name).isEmpty()) {
            throw Problem.of(ProblemType.UNKNOWN_SCENARIO, "there is no scenario " + name)
                    .with("scenario", name);
        }
        List<String> overrides = new ArrayList<>(List.of("users=" + users));
        if (asked.seed() != null) {
            overrides.add("seed=" + asked.seed());
        }
        String title = String.format(Locale.ROOT, "%s, %,d users", name, users)
                + (asked.seed() == null ? "" : ", seed " + asked.seed());
        return new People(title, null, List.of(), name, overrides);
    }

    private void require(String dataset, String user) {
        rooms.room(dataset).gate().require(user);
    }

    /** An answer without those who have taken back their consent since it was found. */
    Trial.Json shown(Trial trial) {
        trial.dataset().ifPresent(dataset -> {
            if (trial.order().user() != null) {
                require(dataset, trial.order().user().id());
            }
        });
        Trial.Json json = trial.json();
        if (trial.dataset().isEmpty() || json.answer() == null) {
            return json;
        }
        JsonNode answer = json.answer().deepCopy();
        FindingsGate gate = rooms.room(trial.dataset().get()).gate();
        if (answer.at("/result/impact/changes") instanceof ArrayNode changes) {
            for (int i = changes.size() - 1; i >= 0; i--) {
                if (!gate.isOpenFor(changes.get(i).path("user_id").asString())) {
                    changes.remove(i);
                }
            }
        }
        return new Trial.Json(
                json.id(),
                json.kind(),
                json.status(),
                json.requester(),
                json.submitted(),
                json.progress(),
                answer,
                json.problem());
    }
}
