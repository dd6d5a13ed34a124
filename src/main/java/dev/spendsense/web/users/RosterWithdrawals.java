package dev.spendsense.web.users;

import dev.spendsense.web.datasets.ServedDataset;
import dev.spendsense.web.datasets.Withdrawals;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the index of users, as everybody does who has to know who consents. */
@Component
final class RosterWithdrawals implements Withdrawals {

    private final UserRooms rooms;

    RosterWithdrawals(UserRooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public List<String> of(ServedDataset dataset) {
        return rooms.room(dataset.name()).roster().withdrawn();
    }
}
