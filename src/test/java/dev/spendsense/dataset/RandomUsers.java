package dev.spendsense.dataset;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Customer;
import dev.spendsense.bank.DeclinedPurchase;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Ledger;
import dev.spendsense.bank.Statement;
import dev.spendsense.bank.Transaction;
import dev.spendsense.truth.Episode;
import dev.spendsense.truth.GroundTruth;
import dev.spendsense.truth.LifeEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Users whose rows take every shape that a dataset must hold. They make no sense as people. */
public final class RandomUsers {

    private static final LocalDate FROM = LocalDate.of(2025, 7, 5);
    private static final List<String> PROFILES = List.of("balanced", "overspender", "savings_builder");

    private final long seed;
    private final int days;

    public RandomUsers(long seed) {
        this(seed, 60);
    }

    public RandomUsers(long seed, int days) {
        this.seed = seed;
        this.days = days;
    }

    /** What a run over these users is made from. */
    public RunOrigin origin() {
        ScenarioText scenario = new ScenarioText(
                "random",
                Map.of("random.yaml", "users: 'ñandú'\n", "catalog/shops.yaml", "shops: []\n"),
                List.of("population.balanced.users=3", "seed=" + seed));
        return new RunOrigin(scenario, seed, FROM, FROM.plusDays(days - 1L), "1.0-test");
    }

    /** What a run is made from in which these users are given {@link RandomFindings}. */
    public RunOrigin originWithRules() {
        RunOrigin plain = origin();
        return new RunOrigin(
                plain.scenario(),
                Optional.of(RandomFindings.RULES),
                plain.seed(),
                plain.from(),
                plain.to(),
                plain.productVersion());
    }

    public History history(int index) {
        Random random = random(index);
        String id = userId(index);
        Customer customer = new Customer(
                id,
                "Zoë O'Neill " + index,
                18 + random.nextInt(70),
                "Midwest",
                random.nextInt(20_000_000),
                random.nextBoolean());
        List<Account> accounts = accounts(id, random);
        return new History(
                customer,
                FROM,
                FROM.plusDays(days - 1L),
                accounts,
                transactions(accounts, random),
                statements(accounts, random),
                declined(accounts, random));
    }

    public GroundTruth truth(int index) {
        Random random = random(-1 - index);
        List<Episode> episodes = new ArrayList<>();
        List<LifeEvent> events = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            String profile = PROFILES.get(random.nextInt(PROFILES.size()));
            LocalDate from = FROM.plusDays(random.nextInt(days));
            LocalDate to = from.plusDays(random.nextInt(30));
            episodes.add(new Episode(profile, from, to, i == 0 ? "profile" : "job_loss", random.nextDouble()));
            events.add(new LifeEvent("job_loss", from, to));
        }
        return new GroundTruth(userId(index), episodes, events);
    }

    /** A block of consecutive users. */
    public UserBlock block(int first, int users) {
        UserBlock block = new UserBlock();
        block.restart(first);
        for (int index = first; index < first + users; index++) {
            block.add(history(index), truth(index));
        }
        return block;
    }

    private String userId(int index) {
        return "u" + Long.toHexString(random(index).nextLong());
    }

    private Random random(int index) {
        return new Random(seed * 1_000_003 + index);
    }

    private static List<Account> accounts(String userId, Random random) {
        List<Account> accounts = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int slot = 0; slot < count; slot++) {
            AccountType type = AccountType.values()[slot == 0 ? 0 : random.nextInt(AccountType.values().length)];
            accounts.add(new Account(
                    userId + "-" + slot,
                    slot,
                    type,
                    "Everyday " + type,
                    String.format("%04d", random.nextInt(10_000)),
                    random.nextInt(1_000_000) - 100_000L,
                    type.isDeposit() ? 0 : 500_000,
                    type == AccountType.CHECKING ? 0 : random.nextInt(3_000)));
        }
        return accounts;
    }

    private List<Transaction> transactions(List<Account> accounts, Random random) {
        Ledger ledger = new Ledger(accounts);
        for (int day = 0; day < days; day++) {
            for (int i = random.nextInt(7); i > 0; i--) {
                ledger.post(
                        any(accounts, random),
                        FROM.plusDays(day),
                        random.nextInt(4) == 0 ? Transaction.NO_TIME : random.nextInt(24 * 60),
                        random.nextInt(50_000) - 10_000L,
                        merchant(random),
                        any(List.of(Category.values()), random),
                        any(List.of(Channel.values()), random));
            }
        }
        return ledger.transactions();
    }

    private static List<Statement> statements(List<Account> accounts, Random random) {
        List<Statement> statements = new ArrayList<>();
        for (Account account : accounts) {
            for (int month = -1; !account.type().isDeposit() && month < 2; month++) {
                LocalDate closing = FROM.plusMonths(month).plusDays(3);
                statements.add(new Statement(
                        account,
                        closing,
                        random.nextInt(400_000) - 1_000L,
                        random.nextInt(9_000),
                        2_500,
                        closing.plusDays(25)));
            }
        }
        return statements;
    }

    private List<DeclinedPurchase> declined(List<Account> accounts, Random random) {
        List<DeclinedPurchase> declined = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            declined.add(new DeclinedPurchase(
                    any(accounts, random),
                    FROM.plusDays(days - 1L - i / 2),
                    1 + random.nextInt(90_000),
                    merchant(random),
                    Category.TRAVEL_FLIGHTS));
        }
        return declined;
    }

    private static String merchant(Random random) {
        return "Café № " + random.nextInt(60);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
