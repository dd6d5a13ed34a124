package dev.spendsense.web.users;

import dev.spendsense.findings.Findings;
import dev.spendsense.roster.InvalidSearch;
import dev.spendsense.roster.Roster;
import dev.spendsense.roster.Search;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Users of a dataset: finding them, and one in short. */
@Tag(name = "users", description = "People of a dataset.")
@RestController
@RequestMapping("/api/v1/datasets/{dataset}/users")
class UsersController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final UserRooms rooms;

    UsersController(UserRooms rooms) {
        this.rooms = rooms;
    }

    /**
     * The users who meet the filters.
     *
     * @param named {@code q}, the fields, the figures with {@code _min} and {@code _max}, {@code as_of}, {@code sort},
     *     {@code limit}, {@code cursor}
     * @throws InvalidSearch when a name or a value is not known
     */
    @Operation(operationId = "findUsers")
    @Needs(Role.VIEWER)
    @GetMapping
    UserList find(
            @PathVariable String dataset, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> named) {
        UserRoom room = rooms.room(dataset);
        return UserList.of(room.roster().find(room.roster().read(named)));
    }

    /**
     * All users who meet the filters, as a file for spreadsheets.
     *
     * @param named as for the list; {@code limit} and {@code cursor} do not matter
     * @throws InvalidSearch when a name or a value is not known
     */
    @Operation(operationId = "exportUsers")
    @Needs(Role.VIEWER)
    @GetMapping("/export")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String dataset, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> named) {
        Roster roster = rooms.room(dataset).roster();
        Search search = roster.read(named);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(dataset + "-users.csv")
                                .build()
                                .toString())
                .body(out -> UserSheet.write(
                        roster.findAll(search),
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))));
    }

    /** One user. */
    @Operation(operationId = "readUser")
    @Needs(Role.VIEWER)
    @GetMapping("/{user}")
    UserDetail show(
            @PathVariable String dataset,
            @PathVariable String user,
            @RequestParam(name = "as_of", required = false) LocalDate asOf) {
        UserRoom room = rooms.room(dataset);
        FindingsGate gate = room.gate();
        return room.read(data -> {
            UserAsOf at = UserAsOf.in(data, user, asOf);
            List<Findings> timeline = gate.timeline(data, user);
            return UserDetail.of(
                    data.history(user),
                    at.date(),
                    data.looks(),
                    room.roster().entry(user).orElseThrow(),
                    data.groundTruth(user),
                    timeline);
        });
    }
}
