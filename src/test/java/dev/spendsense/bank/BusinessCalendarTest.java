package dev.spendsense.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {

    /** Holiday schedule of the Federal Reserve Banks for 2026: all eleven, the Saturday one of 4 July not moved. */
    @Test
    void the_eleven_federal_reserve_holidays_of_2026_are_known() {
        List<LocalDate> holidays = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(BusinessCalendar::isHoliday)
                .toList();
        assertThat(holidays)
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2026-01-01",
                        "2026-01-19",
                        "2026-02-16",
                        "2026-05-25",
                        "2026-06-19",
                        "2026-07-04",
                        "2026-09-07",
                        "2026-10-12",
                        "2026-11-11",
                        "2026-11-26",
                        "2026-12-25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-07-05", "2023-01-02", "2022-12-26"})
    void a_holiday_on_a_sunday_is_kept_on_monday(String monday) {
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.parse(monday))).isFalse();
    }

    @Test
    void a_holiday_on_a_saturday_does_not_close_the_friday_before() {
        assertThat(BusinessCalendar.isBusinessDay(LocalDate.of(2026, 7, 3))).isTrue();
    }

    @Test
    void dates_move_over_weekends_and_holidays_in_both_directions() {
        LocalDate christmasFriday = LocalDate.of(2026, 12, 25);
        assertThat(BusinessCalendar.onOrAfter(christmasFriday)).isEqualTo("2026-12-28");
        assertThat(BusinessCalendar.onOrBefore(LocalDate.of(2026, 12, 27))).isEqualTo("2026-12-24");
        assertThat(BusinessCalendar.onOrAfter(LocalDate.of(2026, 12, 24))).isEqualTo("2026-12-24");
    }
}
