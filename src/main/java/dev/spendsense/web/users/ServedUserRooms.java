package dev.spendsense.web.users;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.roster.Standing;
import dev.spendsense.web.datasets.Datasets;
import dev.spendsense.web.datasets.ServedDataset;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rooms of the datasets that are served, each kept for as long as its dataset is. */
@Component
class ServedUserRooms implements UserRooms {

    private final Datasets datasets;
    private final ObjectProvider<Standings> standings;

    ServedUserRooms(Datasets datasets, ObjectProvider<Standings> standings) {
        this.datasets = datasets;
        this.standings = standings;
    }

    @Override
    public UserRoom room(String name) {
        ServedDataset served = datasets.find(name);
        return served.keep(UserRoom.class, () -> new UserRoom(served.file(), reading(served), standing(served)));
    }

    private Standing standing(ServedDataset served) {
        Standings known = standings.getIfAvailable();
        return known == null ? Standing.untouched() : known.of(served);
    }

    private static Reading reading(ServedDataset served) {
        return new Reading() {
            @Override
            public <T> T read(Function<Dataset, T> question) {
                return served.read(question);
            }
        };
    }
}
