package dev.spendsense.web.problems;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the kinds of problems, to everybody: whoever is refused may read why. */
@Hidden
@RestController
@RequestMapping("/problems")
class ProblemsController {

    /** A kind of problem. */
    record Kind(URI type, int status, String title, String description) {

        static Kind of(ProblemType type) {
            return new Kind(type.uri(), type.status().value(), type.title(), type.description());
        }
    }

    @GetMapping
    List<Kind> kinds() {
        return Arrays.stream(ProblemType.values()).map(Kind::of).toList();
    }

    @GetMapping("/{slug}")
    Kind kind(@PathVariable String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(Kind::of)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "there is no kind of problem " + slug));
    }
}
