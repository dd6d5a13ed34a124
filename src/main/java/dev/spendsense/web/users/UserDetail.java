package dev.spendsense.web.users;

import dev.spendsense.bank.Customer;
import dev.spendsense.bank.History;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaStretch;
import dev.spendsense.json.FindingsJson;
import dev.spendsense.json.PersonJson.AccountJson;
import dev.spendsense.json.PersonJson.LiabilityJson;
import dev.spendsense.json.PersonJson.PlantedJson;
import dev.spendsense.roster.Entry;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One user as of a look, without transactions. Money is in cents.
 *
 * @param persona the first one now, by the last look or as an operator said; null like the findings
 * @param overridden whether an operator said it; null like the findings
 * @param from first day of the history
 * @param to last day of the history
 * @param asOf the day as of which everything is told
 * @param looks the days that {@code as_of} can be
 * @param planted what the scenario planted in the user, over the whole history
 * @param events what befell the user, over the whole history
 * @param findings null when the user does not consent, or no rules have judged the user
 */
record UserDetail(
        String userId,
        String name,
        int age,
        String region,
        long annualIncomeCents,
        boolean consent,
        String persona,
        Boolean overridden,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        List<LocalDate> looks,
        List<PlantedJson> planted,
        List<LifeEvent> events,
        List<AccountJson> accounts,
        List<LiabilityJson> liabilities,
        List<PersonaStretch> personaTimeline,
        FindingsJson findings) {

    static UserDetail of(
            History whole,
            LocalDate asOf,
            List<LocalDate> looks,
            Entry entry,
            GroundTruth truth,
            List<Findings> timeline) {
        Customer customer = whole.customer();
        History history = whole.until(asOf);
        Optional<Findings> findings =
                timeline.stream().filter(look -> look.asOf().equals(asOf)).findFirst();
        return new UserDetail(
                customer.id(),
                customer.name(),
                customer.age(),
                customer.region(),
                customer.annualIncome(),
                entry.consent(),
                entry.finding().flatMap(Entry.Finding::persona).orElse(null),
                entry.finding().map(Entry.Finding::overridden).orElse(null),
                whole.from(),
                whole.asOf(),
                asOf,
                looks,
                PlantedJson.of(truth),
                truth.events(),
                history.accounts().stream()
                        .map(account -> AccountJson.of(account, history))
                        .toList(),
                LiabilityJson.all(history),
                PersonaStretch.of(timeline),
                findings.map(FindingsJson::of).orElse(null));
    }
}
