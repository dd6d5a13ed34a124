package dev.spendsense.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import dev.spendsense.exchange.csv.CsvFile;
import dev.spendsense.exchange.csv.CsvMapping;
import dev.spendsense.exchange.plaid.PlaidFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they come: everything that cannot be used is said, and nothing that was not told is taken for zero. */
class MessyFilesTest {

    private static final Path FILES = Path.of("src", "test", "resources", "exchange");
    private static final CategoryPatterns PATTERNS =
            CategoryPatterns.read(Path.of("rules", "imports", "categories.yaml"));

    private record Read(History history, List<String> remarks) {}

    @ParameterizedTest
    @ValueSource(strings = {"api.json", "custom.json", "card-only.json", "bank.csv"})
    void everything_that_cannot_be_used_is_said_and_where(String name) throws IOException {
        List<String> remarks = read(name, Optional.empty()).remarks();
        assertThat(remarks).containsExactlyElementsOf(Files.readAllLines(FILES.resolve(name + ".remarks")));
    }

    @Test
    void what_can_be_used_of_the_answers_of_the_api_is_used() throws IOException {
        History history = read("api.json", Optional.empty()).history();
        assertThat(history.accounts()).extracting(Account::id).containsExactly("chk", "card", "sav");
        assertThat(history.transactions())
                .extracting(Transaction::merchant, Transaction::category, Transaction::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ACME PAYROLL 0501", Category.INCOME_WAGES, -240_000L),
                        org.assertj.core.groups.Tuple.tuple(
                                "Blue Door Cafe", Category.FOOD_AND_DRINK_OTHER_FOOD_AND_DRINK, 6_120L),
                        org.assertj.core.groups.Tuple.tuple("STARBUCKS 0771", Category.FOOD_AND_DRINK_COFFEE, 990L),
                        org.assertj.core.groups.Tuple.tuple(
                                "XQZ 0042 \u001b[31m", Category.GENERAL_MERCHANDISE_OTHER_GENERAL_MERCHANDISE, 4_400L));
        Account card = history.account(AccountType.CREDIT_CARD).orElseThrow();
        assertThat(card.aprBasisPoints()).isEqualTo(2_150);
        assertThat(history.balance(card, history.asOf())).isEqualTo(120_000);
        assertThat(history.statements(card)).singleElement().satisfies(statement -> {
            assertThat(statement.balance()).isEqualTo(113_050);
            assertThat(statement.dueDate()).isEqualTo("2026-05-25");
        });
        assertThat(history.unseen().balances()).containsExactly("sav");
    }

    @Test
    void a_file_without_categories_tells_no_income_and_no_sums_by_category() throws IOException {
        History history = read("card-only.json", Optional.empty()).history();
        assertThat(history.unseen().purposes()).isTrue();
        assertThat(history.unseen().rates()).containsExactly("c");
        assertThat(history.unseen().balances()).containsExactly("c");
    }

    @Test
    void nothing_after_the_day_of_the_look_is_seen_and_balances_are_those_of_that_day() throws IOException {
        Read early = read("bank.csv", Optional.of(LocalDate.parse("2026-05-02")));
        assertThat(early.history().transactions()).hasSize(1);
        Account giro = early.history().accounts().get(0);
        assertThat(early.history().balance(giro, early.history().asOf())).isEqualTo(230_000 + 1_549 + 6_120);
        assertThat(early.remarks()).contains("bank.csv; 2 transactions after 2026-05-02 are left out");
        Read late = read("bank.csv", Optional.of(LocalDate.parse("2026-09-01")));
        assertThat(late.remarks())
                .contains("bank.csv; the latest transaction is of 2026-05-10, 114 days before 2026-09-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nonsense            | is not JSON
                    []                  | is no customer in Plaid's form
                    {"accounts": []}    | has no account that can be used
                    {"accounts": 7}     | has no account that can be used
                    {"override_accounts": [{"type": "depository", "subtype": "checking"}]} | has no transaction
                    """)
    void a_file_that_says_nothing_of_anybody_is_refused(String text, String message) {
        assertThatThrownBy(() -> assemble(
                        PlaidFile.read("x", "x.json", text, new Remarks("x.json")),
                        Optional.empty(),
                        new Remarks("x.json")))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    columns: {date: D, amount: A}                       | columns.description: missing; expected a text
                    decimal: comma                                      | columns: missing; expected a block of fields
                    columns: {date: D, amount: A, money_in: B, description: C} | either amount, or money_in and money_out
                    date_format: bbb                                    | date_format: bbb; expected a date format
                    accounts: {a: {type: piggy_bank}}                   | accounts.a.type: piggy_bank; expected
                    """)
    void a_mapping_that_maps_nothing_is_refused_field_by_field(String text, String message, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("m.yaml"), text);
        assertThatThrownBy(() -> CsvMapping.read(file))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(message);
    }

    private static Read read(String name, Optional<LocalDate> asOf) throws IOException {
        Remarks remarks = new Remarks(name);
        String text = Files.readString(FILES.resolve(name));
        OutsideCustomer outside = name.endsWith(".csv")
                ? CsvFile.read("x", name, text, CsvMapping.read(FILES.resolve("bank.yaml")), remarks)
                : PlaidFile.read("x", name, text, remarks);
        History history = assemble(outside, asOf, remarks);
        return new Read(history, remarks.all().stream().map(Remark::toString).toList());
    }

    private static History assemble(OutsideCustomer outside, Optional<LocalDate> asOf, Remarks remarks) {
        return HistoryAssembly.of(outside, asOf, LocalDate.parse("2026-12-24"), PATTERNS, remarks);
    }
}
