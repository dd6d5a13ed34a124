package dev.spendsense.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void a_share_has_the_interval_that_wilson_gives_it() {
        Estimate eightOfTen = Rate.of(8, 10).share().orElseThrow();
        assertThat(eightOfTen.value()).isEqualTo(0.8);
        assertThat(eightOfTen.low()).isCloseTo(0.4902, within(5e-5));
        assertThat(eightOfTen.high()).isCloseTo(0.9433, within(5e-5));
        Estimate noneOfTen = Rate.of(0, 10).share().orElseThrow();
        assertThat(noneOfTen.low()).isZero();
        assertThat(noneOfTen.high()).isCloseTo(0.2775, within(5e-5));
        assertThat(Rate.of(0, 0).share()).isEmpty();
    }

    @Test
    void one_case_a_customer_is_the_plain_share() {
        Clusters clusters = new Clusters(10);
        for (int customer = 0; customer < 10; customer++) {
            clusters.add(customer, customer < 8 ? 1 : 0, 1);
        }
        Estimate plain = Rate.of(8, 10).share().orElseThrow();
        assertThat(clusters.rate().hits()).isEqualTo(8);
        assertThat(clusters.share().orElseThrow().low()).isCloseTo(plain.low(), within(1e-12));
        assertThat(clusters.share().orElseThrow().high()).isCloseTo(plain.high(), within(1e-12));
    }

    @Test
    void a_hundred_equal_looks_at_a_customer_say_no_more_than_one() {
        Clusters once = new Clusters(10);
        Clusters often = new Clusters(10);
        for (int customer = 0; customer < 10; customer++) {
            once.add(customer, customer < 8 ? 1 : 0, 1);
            often.add(customer, customer < 8 ? 100 : 0, 100);
        }
        assertThat(often.cases()).isEqualTo(1_000);
        assertThat(often.share().orElseThrow().low())
                .isCloseTo(once.share().orElseThrow().low(), within(1e-12));
    }

    @Test
    void when_all_looks_are_right_the_customers_are_what_counts() {
        Clusters clusters = new Clusters(3);
        for (int customer = 0; customer < 3; customer++) {
            clusters.add(customer, 50, 50);
        }
        assertThat(clusters.share().orElseThrow().low())
                .isCloseTo(Rate.of(3, 3).share().orElseThrow().low(), within(1e-12));
    }

    @Test
    void no_event_in_ten_years_leaves_room_for_a_rate_of_a_third() {
        Clusters clusters = new Clusters(2);
        clusters.add(0, 0, 5);
        clusters.add(1, 0, 5);
        Estimate rate = clusters.perTime().orElseThrow();
        assertThat(rate.value()).isZero();
        assertThat(rate.high()).isCloseTo(0.36889, within(1e-5));
    }

    @Test
    void events_of_one_customer_widen_the_interval_of_a_rate() {
        Clusters spread = new Clusters(10);
        Clusters heaped = new Clusters(10);
        for (int customer = 0; customer < 10; customer++) {
            spread.add(customer, 1, 1);
            heaped.add(customer, customer == 0 ? 10 : 0, 1);
        }
        // ten events: the exact Poisson interval of a count of 10 is 4.795 to 18.390
        assertThat(spread.perTime().orElseThrow().low()).isCloseTo(0.4795, within(1e-4));
        assertThat(spread.perTime().orElseThrow().high()).isCloseTo(1.8390, within(1e-4));
        assertThat(heaped.perTime().orElseThrow().value()).isEqualTo(1);
        assertThat(heaped.perTime().orElseThrow().high()).isGreaterThan(4);
    }

    @Test
    void f1_has_the_interval_of_the_share_in_which_both_agree() {
        F1 f1 = new F1(agreement(10, 6, 0));
        Estimate share = Rate.of(6, 10).share().orElseThrow();
        Estimate estimate = f1.estimate().orElseThrow();
        assertThat(estimate.value()).isCloseTo(0.75, within(1e-12));
        assertThat(estimate.low()).isCloseTo(2 * share.low() / (1 + share.low()), within(1e-12));
        assertThat(estimate.high()).isCloseTo(2 * share.high() / (1 + share.high()), within(1e-12));
    }

    @Test
    void macro_f1_of_personas_that_share_no_customer_is_surer_than_each() {
        F1 one = new F1(agreement(10, 6, 0));
        F1 other = new F1(agreement(10, 6, 10));
        Estimate alone = one.estimate().orElseThrow();
        Estimate macro = F1.macro(List.of(one, other), 20).orElseThrow();
        assertThat(F1.macro(List.of(one), 20).orElseThrow().low()).isCloseTo(alone.low(), within(1e-12));
        assertThat(macro.value()).isCloseTo(0.75, within(1e-12));
        assertThat(macro.value() - macro.low()).isCloseTo((alone.value() - alone.low()) / Math.sqrt(2), within(1e-12));
        // the same errors twice are no more to go by than once
        assertThat(F1.macro(List.of(one, one), 20).orElseThrow().low()).isCloseTo(alone.low(), within(1e-12));
        assertThat(F1.macro(List.of(), 20)).isEmpty();
    }

    @Test
    void drawn_populations_spread_like_a_mean() {
        double[] values = new double[100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2;
        }
        List<Optional<Estimate>> drawn =
                Bootstrap.intervals(100, times -> new double[] {mean(values, times), Double.NaN});
        Estimate mean = drawn.get(0).orElseThrow();
        assertThat(mean.value()).isEqualTo(0.5);
        assertThat(mean.low()).isCloseTo(0.5 - 1.96 * 0.05, within(0.02));
        assertThat(mean.high()).isCloseTo(0.5 + 1.96 * 0.05, within(0.02));
        assertThat(drawn.get(1)).isEmpty();
        assertThat(Bootstrap.intervals(100, times -> new double[] {mean(values, times), Double.NaN}))
                .isEqualTo(drawn);
    }

    @Test
    void waits_that_were_cut_short_are_longer_than_they_lasted() {
        Waits waits = new Waits();
        waits.ended(10);
        waits.cutShort(15);
        waits.ended(20);
        waits.ended(30);
        // the curve falls to 3/4 at 10, to 3/4 · 1/2 at 20, to 0 at 30
        assertThat(waits.quantile(0.25)).hasValue(10);
        assertThat(waits.quantile(0.5)).hasValue(20);
        assertThat(waits.quantile(0.9)).hasValue(30);
        assertThat(waits.ended()).isEqualTo(3);
        assertThat(waits.cutShort()).isEqualTo(1);
    }

    @Test
    void what_fewer_than_half_are_known_to_reach_has_no_median() {
        Waits waits = new Waits();
        waits.ended(10);
        waits.cutShort(40);
        waits.cutShort(40);
        assertThat(waits.quantile(0.5)).isEmpty();
        assertThat(new Waits().quantile(0.5)).isEmpty();
    }

    /** Cases of as many customers of twenty, the first ones hits. */
    private static Clusters agreement(int cases, int hits, int firstCustomer) {
        Clusters clusters = new Clusters(20);
        for (int i = 0; i < cases; i++) {
            clusters.add(firstCustomer + i, i < hits ? 1 : 0, 1);
        }
        return clusters;
    }

    private static double mean(double[] values, int[] times) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            sum += times[i] * values[i];
            count += times[i];
        }
        return sum / count;
    }
}
