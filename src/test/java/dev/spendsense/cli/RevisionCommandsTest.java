package dev.spendsense.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.rules.RuleSource;
import dev.spendsense.workbench.SmallRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keeping, listing, comparing and watching rules, as it is typed. */
class RevisionCommandsTest {

    @TempDir
    private Path home;

    private SmallRules rules;
    private Path revisions;

    @BeforeEach
    void copy_the_shipped_rules() throws IOException {
        revisions = home.resolve("revisions");
        rules = new SmallRules(home.resolve("rules"));
        SmallRules.copy(Path.of("rules"), rules.folder());
        try (var cases = Files.list(rules.folder().resolve("tests"))) {
            for (Path each : cases.filter(Files::isRegularFile).toList()) {
                Files.delete(each);
            }
        }
        rules.write(SmallRules.CASE, """
                as_of: 2026-07-15
                cases:
                  - name: A quiet life is balanced
                    given: {accounts: {checking: 3000}}
                    expect: {personas: [balanced]}
                """);
    }

    private Cli keep(String note) {
        return Cli.run("rules", "keep", rules.folder(), "--revisions", revisions, "--note", note, "--author", "ada");
    }

    private void raiseThePriorOfBalancedLives() {
        String text = rules.read("parameters.yaml");
        rules.write("parameters.yaml", text.replaceFirst("(prior\\.high_utilization:\\s+\\{value: )[-0-9.]+", "$1-20"));
    }

    @Test
    void rules_that_pass_are_kept_and_listed() {
        Cli empty = Cli.run("rules", "log", "--revisions", revisions);
        assertThat(empty.out()).startsWith("no revision is kept in " + revisions);
        Cli first = keep("As shipped");
        assertThat(first.code()).as(first.out() + first.err()).isZero();
        assertThat(first.lines())
                .hasSize(3)
                .contains("1 case, all as expected")
                .last()
                .asString()
                .matches("kept as revision [0-9a-f]{12} in .*revisions, now current");
        raiseThePriorOfBalancedLives();
        assertThat(keep("Fewer full cards").out()).contains(", now current; before it ");
        assertThat(keep("again").out()).contains("is current in " + revisions + " already");
        Cli log = Cli.run("rules", "log", "--revisions", revisions);
        assertThat(log.lines()).hasSize(3);
        assertThat(log.lines().get(0)).contains("revision", "kept", "by", "cases", "note");
        assertThat(log.lines().subList(1, 3))
                .anySatisfy(line ->
                        assertThat(line).matches("\\*  [0-9a-f]{12}  20.*Z  ada +[0-9]+ +0 +1  Fewer full cards"))
                .anySatisfy(line -> assertThat(line).startsWith("   ").endsWith("As shipped"));
        assertThat(Cli.run("rules", "log", "--revisions", revisions, "--json").out())
                .contains("\"current\" : ", "\"note\" : \"As shipped\"", "\"parent\" : null");
    }

    @Test
    void rules_that_do_not_pass_are_refused_and_nothing_is_kept() {
        rules.edit("signals/credit.drl", "\"low_utilization\"", "\"low_utilisation\"");
        Cli broken = keep("");
        assertThat(broken.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(broken.out()).contains("did you mean low_utilization?", "refused; nothing was kept");
        rules.edit("signals/credit.drl", "\"low_utilisation\"", "\"low_utilization\"")
                .edit(SmallRules.CASE, "[balanced]", "[overspender]");
        Cli failing = keep("");
        assertThat(failing.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(failing.out()).contains("1 case, 1 not as expected", "refused; nothing was kept");
        assertThat(revisions).doesNotExist();
        Cli nowhere = Cli.run("rules", "keep", home.resolve("nowhere"));
        assertThat(nowhere.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(nowhere.err()).contains("nowhere is no folder");
    }

    @Test
    void an_adoption_that_was_cut_short_is_finished_before_the_folder_is_read() throws IOException {
        String before = rules.read("parameters.yaml");
        raiseThePriorOfBalancedLives();
        String after = rules.read("parameters.yaml");
        String sha = RuleSource.read(rules.folder()).revision();
        rules.write("parameters.yaml", before);
        rules.write(".parameters.yaml.adopting", after);
        rules.write(".adopting", """
                {"revision": {"sha": "%s", "parent": null, "fitness": {"rules": 117, "warnings": 0, "cases": 1},
                  "remark": {"at": "2026-11-23T01:09:07Z", "author": "ada", "note": "cut short"}},
                 "changed": ["parameters.yaml"], "removed": [], "kept": "%s"}
                """.formatted(sha, revisions));

        Cli check = Cli.run("rules", "check", rules.folder());
        assertThat(check.code()).as(check.out() + check.err()).isZero();
        assertThat(rules.read("parameters.yaml")).isEqualTo(after);
        assertThat(rules.folder().resolve(".adopting")).doesNotExist();
        assertThat(Cli.run("rules", "log", "--revisions", revisions).out())
                .contains(sha.substring(0, 12), "ada", "cut short");
    }

    @Test
    void two_revisions_are_compared_by_text_meaning_and_outcome() {
        keep("As shipped");
        raiseThePriorOfBalancedLives();
        Cli diff = Cli.run("rules", "diff", "current", rules.folder(), "--revisions", revisions, "--scenario", "demo");
        assertThat(diff.code()).as(diff.err()).isZero();
        assertThat(diff.lines().get(0)).matches("current \\([0-9a-f]{12}\\) → .*rules \\([0-9a-f]{12}\\)");
        assertThat(diff.out())
                .containsPattern("Parameters\n  changed  prior\\.high_utilization  -?[0-9.]+ log_odds → -20 log_odds")
                .contains("--- a/parameters.yaml", "+++ b/parameters.yaml", "Outcomes for demo")
                .containsPattern("[12] of 6 users get another first persona \\([0-9.]+%\\)")
                .containsPattern("from +to +users\n  high_utilization +[a-z_]+ +[12]")
                .containsPattern("confidence +risen +fallen +mean +largest +for\n  high_utilization +0 +[1-6] +-");
        assertThat(Cli.run("rules", "diff", rules.folder(), "current", "--revisions", revisions, "--json", "--users", 6)
                        .out())
                .contains("\"changes\" : [", "\"subject\" : \"parameter\"", "\"users\" : 12", "\"personas\" : [");
        Cli same = Cli.run("rules", "diff", rules.folder(), rules.folder());
        assertThat(same.lines()).hasSize(2).last().isEqualTo("the same");
    }

    @Test
    void a_broken_folder_is_compared_by_its_texts_though_it_cannot_judge() {
        keep("As shipped");
        rules.edit("signals/credit.drl", "\"low_utilization\"", "\"low_utilisation\"");
        Cli texts = Cli.run("rules", "diff", "current", rules.folder(), "--revisions", revisions, "--no-outcomes");
        assertThat(texts.code()).isZero();
        assertThat(texts.out())
                .contains("+    insert( $w.signal(\"low_utilisation\"")
                .doesNotContain("Outcomes");
        Cli outcomes = Cli.run("rules", "diff", "current", rules.folder(), "--revisions", revisions);
        assertThat(outcomes.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(outcomes.err()).contains("cannot judge anybody", "did you mean low_utilization?");
        Cli unknown = Cli.run("rules", "diff", "0123456", rules.folder(), "--revisions", revisions);
        assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(unknown.err()).contains("no revision is called 0123456; there is ");
    }

    @Test
    @Timeout(120)
    void whoever_watches_hears_of_every_save() throws Exception {
        PipedWriter said = new PipedWriter();
        BufferedReader lines = new BufferedReader(new PipedReader(said, 1 << 16));
        PrintWriter out = new PrintWriter(said, true);
        FutureTask<Integer> watching =
                new FutureTask<>(() -> SpendSense.commandLine(out, new PrintWriter(Writer.nullWriter()))
                        .execute("rules", "watch", rules.folder().toString(), "--outcomes"));
        Thread thread = new Thread(watching);
        thread.start();
        assertThat(until("passed", lines)).contains("1 case, all as expected");
        raiseThePriorOfBalancedLives();
        assertThat(until("passed", lines)).anySatisfy(line -> assertThat(line).contains("of 6 users get another"));
        rules.edit("signals/credit.drl", "\"low_utilization\"", "\"low_utilisation\"");
        assertThat(until("refused", lines))
                .contains("  did you mean low_utilization?")
                .last()
                .asString()
                .matches("refused; revision [0-9a-f]{12} stays");
        thread.interrupt();
        assertThat(watching.get()).isEqualTo(ExitCode.DONE);
    }

    private static List<String> until(String verdict, BufferedReader lines) throws IOException {
        List<String> heard = new ArrayList<>();
        do {
            heard.add(lines.readLine());
        } while (!heard.get(heard.size() - 1).startsWith(verdict));
        return heard;
    }
}
