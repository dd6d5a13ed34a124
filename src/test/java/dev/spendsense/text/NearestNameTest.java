package dev.spendsense.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> KNOWN = List.of("users", "income", "budget", "subscriptions", "day");

    @Test
    void a_letter_too_few_too_many_or_wrong_is_forgiven() {
        assertThat(NearestName.of("user", KNOWN)).contains("users");
        assertThat(NearestName.of("inncome", KNOWN)).contains("income");
        assertThat(NearestName.of("bidget", KNOWN)).contains("budget");
    }

    @Test
    void two_swapped_letters_count_as_one_slip() {
        assertThat(NearestName.of("dya", KNOWN)).contains("day");
    }

    @Test
    void case_does_not_count() {
        assertThat(NearestName.of("INCOME", KNOWN)).contains("income");
    }

    @Test
    void a_name_that_is_like_none_has_no_nearest() {
        assertThat(NearestName.of("mortgage", KNOWN)).isEmpty();
        assertThat(NearestName.of("", KNOWN)).isEmpty();
        assertThat(NearestName.of("users", List.of())).isEmpty();
        assertThat(NearestName.of("u".repeat(1_000_000), KNOWN)).isEmpty();
    }

    @Test
    void the_first_of_equally_near_names_is_given() {
        assertThat(NearestName.of("cart", List.of("card", "part"))).contains("card");
    }
}
