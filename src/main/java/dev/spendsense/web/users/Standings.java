package dev.spendsense.web.users;

import dev.spendsense.roster.Standing;
import dev.spendsense.web.datasets.ServedDataset;

/** Where to learn what people have changed about the users of a dataset. Without one, everything is as it was written. */
public interface Standings {

    /** What people change about a dataset's users, from now on and for as long as it is served. */
    Standing of(ServedDataset dataset);
}
