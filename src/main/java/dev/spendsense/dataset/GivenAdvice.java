package dev.spendsense.dataset;

import dev.spendsense.findings.Kind;
import java.time.LocalDate;

/**
 * A piece of advice as the latest look at a user gives it, without its wording.
 *
 * @param user position in the population, from 0
 * @param kind education or offer
 * @param code name of the content
 * @param persona the persona it is given for
 * @param rank of that persona at the look, from 1; 0 when the user does not have it
 * @param confidence of that persona at the look, 0 to 1; 0 when the user does not have it
 * @param priority of the content, 1 for the most pressing
 * @param entered date of the first of the looks in a row that gave it
 * @param asOf date of the latest look
 */
public record GivenAdvice(
        int user,
        Kind kind,
        String code,
        String persona,
        int rank,
        double confidence,
        int priority,
        LocalDate entered,
        LocalDate asOf) {}
