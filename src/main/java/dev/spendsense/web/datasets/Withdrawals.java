package dev.spendsense.web.datasets;

import java.util.List;

/** Where to learn whose consent was withdrawn since a dataset was written: nothing found about them counts any more. */
public interface Withdrawals {

    /** The users, as it stands now, in the order of the population. */
    List<String> of(ServedDataset dataset);
}
