package dev.spendsense.web.users;

import dev.spendsense.roster.Outline;
import dev.spendsense.web.users.UserList.ValueItem;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * All users of a dataset in counts, findings of those alone who consent now.
 *
 * @param judged how many of those who consent rules have judged
 * @param cells users by planted profile and first persona, where there are any
 * @param confidences users by confidence of the first persona
 * @param asOf the look whose conclusions count; null when no rules ever looked
 */
record OutlineJson(
        int users,
        int consenting,
        int judged,
        List<ValueItem> personas,
        List<CellJson> cells,
        List<StepJson> confidences,
        LocalDate asOf) {

    /** Users with the same profile and persona; the persona is null when the rules found none. */
    public record CellJson(String profile, String profileTitle, String persona, int users) {}

    /** Users whose confidence is at least {@code from} and less than {@code to}; the last step includes 1. */
    public record StepJson(double from, double to, int users) {}

    static OutlineJson of(Outline it, UnaryOperator<String> profileTitle) {
        return new OutlineJson(
                it.users(),
                it.consenting(),
                it.disclosed(),
                it.personas().stream()
                        .map(one -> new ValueItem(one.name(), one.title(), one.users(), one.chosen()))
                        .toList(),
                it.cells().stream()
                        .map(cell -> new CellJson(
                                cell.profile(),
                                profileTitle.apply(cell.profile()),
                                cell.persona().orElse(null),
                                cell.users()))
                        .toList(),
                IntStream.range(0, Outline.BINS)
                        .mapToObj(step -> new StepJson(
                                (double) step / Outline.BINS,
                                (step + 1.0) / Outline.BINS,
                                it.confidences().get(step)))
                        .toList(),
                it.asOf().orElse(null));
    }
}
