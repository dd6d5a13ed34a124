package dev.spendsense.web.security;

import dev.spendsense.web.Api;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "me", description = "Who calls.")
@RestController
@RequestMapping(Api.ROOT + "/me")
class MeController {

    /**
     * Who calls, and what they may do.
     *
     * @param roles the caller's role and all that it covers
     */
    record Me(String name, Role role, List<Role> roles) {}

    @Operation(summary = "Who calls, and what they may do")
    @Needs(Role.VIEWER)
    @GetMapping
    Me me(Caller caller) {
        List<Role> covered =
                Arrays.stream(Role.values()).filter(caller.role()::covers).toList();
        return new Me(caller.name(), caller.role(), covered);
    }
}
