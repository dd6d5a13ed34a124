package dev.spendsense.workbench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a case is told with file, line, field, value and what was expected. */
class CaseReaderTest {

    @TempDir
    private Path folder;

    private List<String> faults(String yaml) {
        return Written.faults(folder, yaml);
    }

    @Test
    void a_misspelt_word_is_told_with_the_nearest_one() {
        assertThat(faults("""
                as_of: 2026-07-15
                cases:
                  - name: slips
                    given:
                      accounts: {checking: 3000}
                      transactions:
                        - {evry: 2w, on: 3d ago, amount: 40, merchant: Kroger, category: FOOD_AND_DRINK_GROCERYS}
                    parameters: {card_hgih: 0.5}
                    expect:
                      signals: {credit_utilisation 30d: detected, is_overdue 31d: detected}
                      personas: [overspendr]
                      advice: [utilisation_interest]
                      because: [A card is overdu]
                """))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault)
                                .startsWith(
                                        "cases.yaml:7: cases[0].given.transactions[0].evry: unknown key; expected every"),
                        fault -> assertThat(fault)
                                .startsWith("cases.yaml:7: cases[0].given.transactions[0].category:"
                                        + " FOOD_AND_DRINK_GROCERYS; expected FOOD_AND_DRINK_GROCERIES"),
                        fault -> assertThat(fault)
                                .startsWith(
                                        "cases.yaml:8: cases[0].parameters.card_hgih: card_hgih; expected card_high"),
                        fault -> assertThat(fault)
                                .contains("cases.yaml:10:", "credit_utilisation 30d; expected credit_utilization"),
                        fault -> assertThat(fault).contains("cases.yaml:10:", "is_overdue 31d; expected is_overdue"),
                        fault -> assertThat(fault).contains("cases.yaml:11:", "overspendr; expected overspender"),
                        fault -> assertThat(fault)
                                .contains("cases.yaml:12:", "utilisation_interest; expected utilization_interest"),
                        fault -> assertThat(fault)
                                .contains("cases.yaml:13:", "A card is overdu; expected A card is overdue"));
    }

    @Test
    void what_no_bank_could_have_is_told_where_it_stands() {
        assertThat(faults(user(
                        "visa: {limit: 500, pays: full}",
                        "{on: 3d ago, account: visa, amount: 501, merchant: Delta, category: TRAVEL_FLIGHTS}")))
                .containsExactly("cases.yaml:8: cases[0].given.transactions[0]: $501.00 owed on 2026-07-12;"
                        + " expected purchases within the limit of $500.00");
        assertThat(faults(user(
                        "visa: {limit: 500, owed: 600, pays: nothing}",
                        "{on: 3d ago, move: checking -> visa, amount: 1}")))
                .containsExactly("cases.yaml:6: cases[0].given.cards.visa: $600.00 owed;"
                        + " expected at most the limit of $500.00");
        assertThat(faults(user(
                        "visa: {limit: 500, owed: 400, statements: [{closed: 9d ago, balance: 399}]}",
                        "{on: 3d ago, move: checking -> visa, amount: 1}")))
                .containsExactly("cases.yaml:6: cases[0].given.cards.visa.statements[0]: a statement of $399.00;"
                        + " expected $400.00, which was owed on 2026-07-06");
        assertThat(faults(user("visa: {limit: 500, pays: full}", "{on: 3d ago, move: chequing -> visa, amount: 1}")))
                .singleElement()
                .asString()
                .startsWith("cases.yaml:8: cases[0].given.transactions[0]: account chequing; expected checking");
    }

    private static String user(String card, String line) {
        return """
                as_of: 2026-07-15
                cases:
                  - name: one
                    given:
                      accounts: {checking: 1000}
                      cards: {%s}
                      transactions:
                        - %s
                    expect: {personas: [balanced]}
                """.formatted(card, line);
    }

    @Test
    void users_that_are_like_each_other_in_a_circle_are_a_fault() {
        assertThat(faults("""
                users:
                  ada: {like: bob}
                  bob: {like: ada}
                """))
                .singleElement()
                .asString()
                .contains("expected a user that is not like this one in turn");
    }

    @Test
    void a_case_needs_a_date_an_expectation_and_a_name_of_its_own() {
        assertThat(faults("""
                cases:
                  - {name: one, given: {accounts: {checking: 1}}, expect: {personas: [balanced]}}
                  - {name: one, as_of: 2026-07-15, given: {accounts: {checking: 1}}}
                """))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("cases[0].as_of: missing; expected the date"),
                        fault -> assertThat(fault)
                                .contains("cases[1].name: one; expected a name that no other case has"),
                        fault -> assertThat(fault).contains("cases[1].expect: missing; expected what the rules"));
    }

    @Test
    void users_are_known_in_all_files_and_added_to_by_name() throws Exception {
        Files.writeString(folder.resolve("people.yaml"), """
                users:
                  quiet:
                    accounts: {checking: 3000}
                    transactions: [{every: 2w, amount: -1800, merchant: Acme, category: INCOME_WAGES}]
                """);
        assertThat(Written.failures(folder, """
                as_of: 2026-07-15
                cases:
                  - name: added to
                    given: {like: quiet, accounts: {savings: 500}}
                    expect: {signals: {median_pay_gap: 14, net_savings_inflow: 0}}
                    variants:
                      - name: and more
                        given: {transactions: [{every: month, on: 31, move: checking -> savings, amount: 10}]}
                        expect: {signals: {net_savings_inflow: unknown}}
                """))
                // the half year from 2026-01-17 has six last days of months
                .contains("signal net_savings_inflow 180 d: expected unknown, was 10.145625");
    }

    @Test
    void simulated_users_are_lived_by_profile_and_seed() {
        assertThat(Written.failures(folder, """
                cases:
                  - name: planted
                    given: {profile: savings_builder, seed: 7, scenario: full-dataset}
                    expect: {personas: {savings_builder: {rank: 1}}}
                  - name: as it was in May
                    as_of: 2026-05-15
                    given: {profile: savings_builder, seed: 7, scenario: full-dataset, number: 2}
                    expect: {because: [Money put into savings]}
                  - name: nobody
                    given: {profile: saving_builder, seed: 7, scenario: full-dataset}
                    expect: {personas: [balanced]}
                """))
                .containsExactly("could not be judged: no profile saving_builder in scenario full-dataset;"
                        + " did you mean savings_builder?");
    }
}
