package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.yaml.Fault;
import org.junit.jupiter.api.Test;

/** Catalogs of several folders, each laid over the ones before it. */
class CatalogFoldersTest {

    private static SmallScenario laidOver(String folders) {
        return new SmallScenario()
                .with("catalog: catalog", "catalog: " + folders)
                .file("more/bills.yaml", """
                        water: {held_by: 0.25}
                        sewer:
                          category: RENT_AND_UTILITIES_SEWAGE_AND_WASTE_MANAGEMENT
                          amount: [20, 60]
                          held_by: 0.5
                          day: [8, 25]
                          payees: {County Sewer District: 1}
                        """);
    }

    @Test
    void a_folder_says_only_what_differs_from_the_one_it_is_laid_over() {
        Catalog catalog = laidOver("[catalog, more]").read().catalog();
        assertThat(catalog.bills()).extracting(Bill::name).containsExactly("rent", "water", "sewer");
        assertThat(catalog.bills().get(1).heldBy()).isEqualTo(0.25);
        assertThat(catalog.bills().get(1).amount()).isEqualTo(new Range(2_500, 7_525));
        assertThat(catalog.purchases())
                .isEqualTo(new SmallScenario().read().catalog().purchases());
    }

    @Test
    void a_fault_points_at_the_folder_in_which_the_value_stands() {
        assertThat(laidOver("[catalog, more]")
                        .with("more/bills.yaml", "0.25", "25")
                        .faults())
                .extracting(Fault::file, Fault::line, Fault::field)
                .containsExactly(org.assertj.core.api.Assertions.tuple("more/bills.yaml", 1, "water.held_by"));
    }

    @Test
    void a_folder_without_any_file_of_a_catalog_is_a_mistake() {
        assertThat(laidOver("[catalog, mroe]").faults())
                .extracting(Fault::field, Fault::value)
                .containsExactly(org.assertj.core.api.Assertions.tuple("catalog", "mroe"));
    }

    @Test
    void the_first_folder_has_all_files() {
        assertThat(laidOver("[more, catalog]").faults())
                .extracting(Fault::field)
                .isNotEmpty()
                .containsOnly("catalog");
    }

    @Test
    void a_catalog_has_a_folder() {
        assertThat(laidOver("[]").faults()).extracting(Fault::field).containsExactly("catalog");
    }
}
