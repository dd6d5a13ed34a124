package dev.spendsense.web.rules;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleDiagnosis;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.web.Api;
import dev.spendsense.web.Page;
import dev.spendsense.web.PageRequest;
import dev.spendsense.web.ServiceSettings;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.problems.ProblemType;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import dev.spendsense.workbench.cases.BrokenCases;
import dev.spendsense.workbench.cases.Cases;
import dev.spendsense.workbench.diff.RuleChanges;
import dev.spendsense.workbench.diff.TextDiff;
import dev.spendsense.workbench.doc.RuleIndex;
import dev.spendsense.workbench.impact.Figures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "rules", description = "What judges customers: to read, to try, to change.")
@RestController
@RequestMapping(Api.ROOT + "/rules")
class RulesController {

    private final RuleBook book;
    private final boolean draftsAccepted;

    RulesController(RuleBook book, ServiceSettings settings) {
        this.book = book;
        this.draftsAccepted = settings.acceptDrafts();
    }

    @Operation(
            summary = "The rules that judge",
            description = "The ETag is that of the rule folder: what a draft is adopted against.")
    @Needs(Role.VIEWER)
    @GetMapping
    ResponseEntity<RulesJson.Rules> rules() {
        RuleIndex index = book.index();
        RuleBase live = book.live().current();
        Definitions words = index.definitions();
        String folder = book.folderRevision();
        RulesJson.Rules answer = new RulesJson.Rules(
                live.revision(),
                folder,
                draftsAccepted,
                new RulesJson.Counts(
                        live.source().texts().size(),
                        index.rules().size(),
                        words.parameters().names().size(),
                        words.vocabulary().signals().size(),
                        words.vocabulary().personas().size(),
                        words.content().items().size()),
                RuleDiagnosis.phases().stream()
                        .map(phase -> new RulesJson.Phase(phase, (int) index.rules().stream()
                                .filter(rule -> rule.phase().equals(phase))
                                .count()))
                        .toList(),
                index.rules());
        return ResponseEntity.ok().eTag(RuleBook.tag(folder)).body(answer);
    }

    @Operation(summary = "The files of the rule folder")
    @Needs(Role.VIEWER)
    @GetMapping("/files")
    Page<RulesJson.File> files(PageRequest page) {
        return page.page(List.copyOf(book.texts().entrySet()), RulesController::file);
    }

    private static RulesJson.File file(Map.Entry<String, String> text) {
        return new RulesJson.File(
                text.getKey(), kind(text.getKey()), text.getValue().getBytes(StandardCharsets.UTF_8).length, (int)
                        text.getValue().lines().count());
    }

    private static String kind(String path) {
        if (path.endsWith(".drl")) {
            return "rules";
        }
        return path.startsWith(Cases.FOLDER + "/") ? "case" : "declaration";
    }

    @Operation(summary = "A file of the rule folder")
    @Needs(Role.VIEWER)
    @GetMapping("/files/{*path}")
    RulesJson.Text file(@PathVariable String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        String text = book.texts().get(name);
        if (text == null) {
            throw Problem.of(ProblemType.UNKNOWN_RULE_FILE, "the rule folder has no file " + name)
                    .with("path", name);
        }
        return new RulesJson.Text(name, kind(name), text);
    }

    @Operation(summary = "The named numbers of the rules that judge, and who uses them")
    @Needs(Role.VIEWER)
    @GetMapping("/parameters")
    Page<RulesJson.ParameterUse> parameters(PageRequest page) {
        RuleIndex index = book.index();
        return page.page(
                List.copyOf(index.definitions().parameters().all()),
                one -> RulesJson.ParameterUse.of(one, index.usersOfParameter(one.name())));
    }

    @Operation(summary = "The words of the rules that judge: signals, personas, content")
    @Needs(Role.VIEWER)
    @GetMapping("/vocabulary")
    RulesJson.Words vocabulary() {
        RuleIndex index = book.index();
        Definitions words = index.definitions();
        return new RulesJson.Words(
                words.vocabulary().signals().values().stream()
                        .map(one -> RulesJson.SignalWord.of(
                                one, index.makersOfSignal(one.name()), index.usersOfSignal(one.name())))
                        .toList(),
                words.vocabulary().personas().values().stream()
                        .map(RulesJson.PersonaWord::of)
                        .toList(),
                words.content().items().values().stream()
                        .map(RulesJson.ContentWord::of)
                        .toList(),
                words.vocabulary().windows(),
                words.vocabulary().tags(),
                Figures.names(words.vocabulary().personas().keySet()),
                words.content().disclosure());
    }

    @Operation(summary = "The revisions that were kept, the last first")
    @Needs(Role.VIEWER)
    @GetMapping("/revisions")
    Page<RulesJson.Kept> revisions(PageRequest page) {
        String judging = book.live().current().revision();
        return page.page(book.revisions().log(), one -> RulesJson.Kept.of(one, judging));
    }

    @Operation(
            summary = "What makes one revision another",
            description =
                    "Revisions by the beginning of their names; `current` is what was kept last, `live` what judges.")
    @Needs(Role.VIEWER)
    @GetMapping("/revisions/{from}/diff/{to}")
    RulesJson.Difference difference(@PathVariable String from, @PathVariable String to) {
        RuleSource before = book.source(from);
        RuleSource after = book.source(to);
        return new RulesJson.Difference(
                before.revision(),
                after.revision(),
                RuleChanges.between(before, after),
                String.join("\n", TextDiff.between(before, after)));
    }

    @Operation(summary = "The cases of the rules, and the words that they name")
    @Needs(Role.VIEWER)
    @GetMapping("/tests")
    Page<RulesJson.CaseWord> tests(PageRequest page) {
        try {
            Cases cases =
                    Cases.read(book.folder().resolve(Cases.FOLDER), book.live().current());
            return page.page(cases.topics(book.folder()), RulesJson.CaseWord::of);
        } catch (BrokenCases broken) {
            throw Problem.of(ProblemType.UNUSABLE_RULES, "the cases cannot be read: " + broken.getMessage())
                    .with("faults", broken.faults());
        }
    }
}
