package dev.spendsense.web.users;

import dev.spendsense.bank.History;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Signal;
import dev.spendsense.json.PersonJson.AccountJson;
import dev.spendsense.json.PersonJson.LiabilityJson;
import dev.spendsense.json.PersonJson.StatementJson;
import dev.spendsense.json.PersonJson.TransactionJson;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the bank knows of one user: accounts and what was posted to them. */
@Tag(name = "users")
@RestController
@RequestMapping("/api/v1/datasets/{dataset}/users/{user}")
class LedgerController {

    private final UserRooms rooms;

    LedgerController(UserRooms rooms) {
        this.rooms = rooms;
    }

    /** Accounts with their balances. */
    @Needs(Role.VIEWER)
    @GetMapping("/accounts")
    Items<AccountJson> accounts(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestParam(name = "as_of", required = false) LocalDate asOf) {
        return ask(
                dataset,
                user,
                asOf,
                history -> Items.all(history.accounts().stream()
                        .map(account -> AccountJson.of(account, history))
                        .toList()));
    }

    /** What is owed on cards. */
    @Needs(Role.VIEWER)
    @GetMapping("/liabilities")
    Items<LiabilityJson> liabilities(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestParam(name = "as_of", required = false) LocalDate asOf) {
        return ask(dataset, user, asOf, history -> Items.all(LiabilityJson.all(history)));
    }

    /** Statements of cards. */
    @Needs(Role.VIEWER)
    @GetMapping("/statements")
    Items<StatementJson> statements(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestParam(name = "as_of", required = false) LocalDate asOf) {
        return ask(
                dataset,
                user,
                asOf,
                history -> Items.all(
                        history.statements().stream().map(StatementJson::of).toList()));
    }

    /** What the user has and owes, day by day. */
    @Needs(Role.VIEWER)
    @GetMapping("/balances")
    Balances balances(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestParam(name = "as_of", required = false) LocalDate asOf) {
        return ask(dataset, user, asOf, Balances::of);
    }

    /** Transactions, the latest first; with {@code signal}, those that it was measured from. */
    @Needs(Role.VIEWER)
    @GetMapping("/transactions")
    Items<TransactionJson> transactions(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestParam(name = "as_of", required = false) LocalDate asOf,
            @RequestParam(required = false) String account,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) String signal,
            @RequestParam(name = "window_days", required = false) Integer windowDays,
            @RequestParam(required = false) String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        TransactionQuery query = new TransactionQuery(account, category, from, to, signal, windowDays, cursor, limit);
        UserRoom room = rooms.room(dataset);
        FindingsGate gate = room.gate();
        return room.read(data -> {
            UserAsOf at = UserAsOf.in(data, user, asOf);
            return query.page(at.history(data), id -> {
                gate.require(id);
                List<Signal> none = List.of();
                return gate.findings(data, id, at.date()).map(Findings::signals).orElse(none);
            });
        });
    }

    private <T> T ask(String dataset, String user, LocalDate asOf, Function<History, T> question) {
        return rooms.room(dataset)
                .read(data -> question.apply(UserAsOf.in(data, user, asOf).history(data)));
    }
}
