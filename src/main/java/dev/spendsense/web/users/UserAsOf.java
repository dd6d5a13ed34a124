package dev.spendsense.web.users;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A user as of a day: the one that was asked for, or else the last look, or else the last day.
 *
 * @param userId a user of the dataset
 * @param date a look, or the last day of a dataset that no rules have looked at
 */
record UserAsOf(String userId, LocalDate date) {

    /**
     * @param asked null when no day was asked for
     * @throws NoSuchElementException when the dataset has no such user
     * @throws WrongParameter when the rules did not look on the day that was asked for
     */
    static UserAsOf in(Dataset dataset, String userId, LocalDate asked) {
        if (dataset.position(userId).isEmpty()) {
            throw new NoSuchElementException("there is no user " + userId + " in this dataset");
        }
        List<LocalDate> looks = dataset.looks();
        if (asked != null && !looks.contains(asked)) {
            throw new WrongParameter(
                    "as_of",
                    asked.toString(),
                    looks.isEmpty()
                            ? "no rules have looked at this dataset"
                            : "the rules did not look on that day; they looked on " + looks.size() + ", from "
                                    + looks.get(0) + " to " + looks.get(looks.size() - 1));
        }
        if (asked != null) {
            return new UserAsOf(userId, asked);
        }
        return new UserAsOf(userId, looks.isEmpty() ? dataset.run().origin().to() : looks.get(looks.size() - 1));
    }

    /** What the bank had seen by then. */
    History history(Dataset dataset) {
        return dataset.history(userId).until(date);
    }
}
