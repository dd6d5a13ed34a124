package dev.spendsense.dataset.tables;

import dev.spendsense.dataset.StoredUser;
import java.util.ArrayList;
import java.util.List;

/** A user from whom rows of the public tables are made. */
public final class UserRows {

    private final StoredUser user;
    private final List<LookRows> looks;

    private UserRows(StoredUser user) {
        this.user = user;
        this.looks = new ArrayList<>();
        for (int look = 0; look < user.timeline().size(); look++) {
            looks.add(new LookRows(user, look));
        }
    }

    public static UserRows of(StoredUser user) {
        return new UserRows(user);
    }

    public StoredUser user() {
        return user;
    }

    List<LookRows> looks() {
        return looks;
    }
}
