package dev.spendsense.web.users;

import dev.spendsense.roster.Field;
import dev.spendsense.roster.Roster;
import dev.spendsense.roster.Search;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everybody in a dataset at once, in counts that take no longer however many they are. */
@Tag(name = "users")
@RestController
@RequestMapping("/api/v1/datasets/{dataset}/outline")
class OutlineController {

    private final UserRooms rooms;

    OutlineController(UserRooms rooms) {
        this.rooms = rooms;
    }

    /** @throws dev.spendsense.roster.InvalidSearch when the rules did not look on the day that is asked for */
    @Needs(Role.VIEWER)
    @GetMapping
    OutlineJson outline(@PathVariable String dataset, @RequestParam(name = "as_of", required = false) LocalDate asOf) {
        Roster roster = rooms.room(dataset).roster();
        Search search = roster.read(asOf == null ? Map.of() : Map.of("as_of", List.of(asOf.toString())));
        Optional<LocalDate> look = search.asOf();
        return OutlineJson.of(roster.outline(look), profile -> roster.title(Field.PROFILE, profile));
    }
}
