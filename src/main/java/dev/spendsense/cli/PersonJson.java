package dev.spendsense.cli;

import dev.spendsense.bank.History;
import dev.spendsense.bank.Liability;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaStretch;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One person with the whole history, as scripts read it. All money is in cents. Findings are missing when no rules have
 * judged the person; the timeline tells of all looks, whichever look the findings are of.
 */
record PersonJson(
        String userId,
        String name,
        int age,
        String region,
        long annualIncomeCents,
        boolean consent,
        LocalDate from,
        LocalDate to,
        List<PlantedJson> planted,
        List<LifeEvent> events,
        List<AccountJson> accounts,
        List<LiabilityJson> liabilities,
        List<StatementJson> statements,
        List<TransactionJson> transactions,
        List<DeclinedJson> declinedPurchases,
        long[] liquidBalanceCents,
        List<PersonaStretch> personaTimeline,
        FindingsJson findings) {

    record PlantedJson(String profile, LocalDate from, LocalDate to, String cause, double intensity) {}

    record AccountJson(
            String accountId,
            String type,
            String name,
            String mask,
            long openingBalanceCents,
            long balanceCents,
            long creditLimitCents,
            int aprBasisPoints) {}

    record LiabilityJson(
            String accountId,
            long statementBalanceCents,
            long minimumPaymentCents,
            long lastPaymentCents,
            LocalDate nextDueDate,
            boolean overdue) {}

    record StatementJson(
            String accountId,
            LocalDate closingDate,
            long balanceCents,
            long interestCents,
            long minimumPaymentCents,
            LocalDate dueDate) {}

    record TransactionJson(
            String transactionId,
            String accountId,
            LocalDate date,
            long amountCents,
            String merchant,
            String category,
            String channel) {}

    record DeclinedJson(String accountId, LocalDate date, long amountCents, String merchant, String category) {}

    static PersonJson of(History history, GroundTruth truth, Optional<Findings> findings, List<Findings> timeline) {
        var customer = history.customer();
        return new PersonJson(
                customer.id(),
                customer.name(),
                customer.age(),
                customer.region(),
                customer.annualIncome(),
                customer.consent(),
                history.from(),
                history.asOf(),
                truth.episodes().stream()
                        .map(it -> new PlantedJson(it.profile(), it.from(), it.to(), it.cause(), it.intensity()))
                        .toList(),
                truth.events(),
                history.accounts().stream()
                        .map(it -> new AccountJson(
                                it.id(),
                                it.type().name(),
                                it.name(),
                                it.mask(),
                                it.openingBalance(),
                                history.balance(it, history.asOf()),
                                it.creditLimit(),
                                it.aprBasisPoints()))
                        .toList(),
                history.accounts().stream()
                        .filter(it -> !history.statements(it).isEmpty())
                        .map(it -> of(history.liability(it)))
                        .toList(),
                history.statements().stream()
                        .map(it -> new StatementJson(
                                it.account().id(),
                                it.closingDate(),
                                it.balance(),
                                it.interest(),
                                it.minimumPayment(),
                                it.dueDate()))
                        .toList(),
                history.transactions().stream()
                        .map(it -> new TransactionJson(
                                it.id(),
                                it.account().id(),
                                it.date(),
                                it.amount(),
                                it.merchant(),
                                it.category().name(),
                                it.channel().name()))
                        .toList(),
                history.declined().stream()
                        .map(it -> new DeclinedJson(
                                it.account().id(),
                                it.date(),
                                it.amount(),
                                it.merchant(),
                                it.category().name()))
                        .toList(),
                BalanceChart.liquidBalances(history),
                PersonaStretch.of(timeline),
                findings.map(FindingsJson::of).orElse(null));
    }

    private static LiabilityJson of(Liability liability) {
        return new LiabilityJson(
                liability.account().id(),
                liability.statementBalance(),
                liability.minimumPayment(),
                liability.lastPayment(),
                liability.nextDueDate(),
                liability.overdue());
    }
}
