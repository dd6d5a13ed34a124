package dev.spendsense.json;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.DailyBalances;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Liability;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
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
public record PersonJson(
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

    public record PlantedJson(String profile, LocalDate from, LocalDate to, String cause, double intensity) {

        public static List<PlantedJson> of(GroundTruth truth) {
            return truth.episodes().stream()
                    .map(it -> new PlantedJson(it.profile(), it.from(), it.to(), it.cause(), it.intensity()))
                    .toList();
        }
    }

    public record AccountJson(
            String accountId,
            String type,
            String name,
            String mask,
            long openingBalanceCents,
            long balanceCents,
            long creditLimitCents,
            int aprBasisPoints) {

        public static AccountJson of(Account it, History history) {
            return new AccountJson(
                    it.id(),
                    it.type().name(),
                    it.name(),
                    it.mask(),
                    it.openingBalance(),
                    history.balance(it, history.asOf()),
                    it.creditLimit(),
                    it.aprBasisPoints());
        }
    }

    public record LiabilityJson(
            String accountId,
            long statementBalanceCents,
            long minimumPaymentCents,
            long lastPaymentCents,
            LocalDate nextDueDate,
            boolean overdue) {

        public static LiabilityJson of(Liability it) {
            return new LiabilityJson(
                    it.account().id(),
                    it.statementBalance(),
                    it.minimumPayment(),
                    it.lastPayment(),
                    it.nextDueDate(),
                    it.overdue());
        }

        /** Of every card that has had a statement. */
        public static List<LiabilityJson> all(History history) {
            return history.accounts().stream()
                    .filter(account -> !history.statements(account).isEmpty())
                    .map(account -> of(history.liability(account)))
                    .toList();
        }
    }

    public record StatementJson(
            String accountId,
            LocalDate closingDate,
            long balanceCents,
            long interestCents,
            long minimumPaymentCents,
            LocalDate dueDate) {

        public static StatementJson of(Statement it) {
            return new StatementJson(
                    it.account().id(),
                    it.closingDate(),
                    it.balance(),
                    it.interest(),
                    it.minimumPayment(),
                    it.dueDate());
        }
    }

    public record TransactionJson(
            String transactionId,
            String accountId,
            LocalDate date,
            long amountCents,
            String merchant,
            String category,
            String channel) {

        public static TransactionJson of(Transaction it) {
            return new TransactionJson(
                    it.id(),
                    it.account().id(),
                    it.date(),
                    it.amount(),
                    it.merchant(),
                    it.category().name(),
                    it.channel().name());
        }
    }

    public record DeclinedJson(String accountId, LocalDate date, long amountCents, String merchant, String category) {}

    public static PersonJson of(
            History history, GroundTruth truth, Optional<Findings> findings, List<Findings> timeline) {
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
                PlantedJson.of(truth),
                truth.events(),
                history.accounts().stream()
                        .map(it -> AccountJson.of(it, history))
                        .toList(),
                LiabilityJson.all(history),
                history.statements().stream().map(StatementJson::of).toList(),
                history.transactions().stream().map(TransactionJson::of).toList(),
                history.declined().stream()
                        .map(it -> new DeclinedJson(
                                it.account().id(),
                                it.date(),
                                it.amount(),
                                it.merchant(),
                                it.category().name()))
                        .toList(),
                DailyBalances.of(history).liquid(),
                PersonaStretch.of(timeline),
                findings.map(FindingsJson::of).orElse(null));
    }
}
