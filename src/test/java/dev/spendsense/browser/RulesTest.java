package dev.spendsense.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.spendsense.web.security.Role;
import dev.spendsense.workbench.SmallRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** An analyst improves the rules, and sees what comes of it, without leaving the browser. */
@InBrowser
class RulesTest {

    private static final String RULES = "/operator/rules";
    private static final String THRESHOLD = "spending_ratio_even";

    /** A colour of its own, not the one for what no vocabulary has. */
    private static final Pattern COLORED = Pattern.compile("--mark: ?var\\(--cat-\\d\\)");

    /** What trials and runs of real rules take. */
    private static final double LONG = 180_000;

    @TempDir
    private static Path home;

    private static Dashboard dashboard;

    /** The shipped rules without most of their cases, which have tests of their own. */
    @BeforeAll
    static void open() throws IOException {
        Path folder = home.resolve("rules");
        SmallRules.copy(Path.of("rules"), folder);
        FileSystemUtils.deleteRecursively(folder.resolve("tests"));
        dashboard = Dashboard.open("--spendsense.accept-drafts=true", "--spendsense.rules=" + folder);
    }

    @AfterEach
    void leave() {
        dashboard.leave();
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    private static Page analyst(String address) {
        return dashboard.signIn(Role.ANALYST, address);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void lower(Page page, String parameter, String value) {
        dashboard.go(page, RULES + "?tab=parameters&q=" + parameter);
        Locator field = page.getByLabel(parameter, new Page.GetByLabelOptions().setExact(true));
        field.fill(value);
        field.press("Enter");
        assertThat(button(page, "Adopt…")).isVisible();
    }

    private static void adopt(Page page, String note) {
        button(page, "Adopt…").click();
        page.getByLabel("Note").fill(note);
        button(page, "Adopt").click();
        assertThat(page.getByText("from now on these rules judge"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
    }

    /** Orders a run of the default scenario, and waits until its dataset can be opened. */
    private static void run(Page page, String dataset) {
        dashboard.go(page, "/operator/runs?tab=new&scenario=full-dataset");
        page.getByLabel(Pattern.compile("^Dataset its")).fill(dataset);
        button(page, "Start the run").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open " + dataset))
                .click(new Locator.ClickOptions().setTimeout(LONG));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Personas")))
                .isVisible();
    }

    /** How many users have each first persona, as the overview shows it. */
    private static Map<String, Integer> personas(Page page) {
        Map<String, Integer> users = new TreeMap<>();
        for (Locator bar : page.locator(".bars li").all()) {
            int many = Integer.parseInt(bar.locator("b").innerText().replace(",", ""));
            if (many > 0) {
                users.put(bar.locator(".bar-title").innerText(), many);
            }
        }
        return users;
    }

    /** How many users would have each first persona, as the columns of the matrix of an impact sum up. */
    private static Map<String, Integer> foretold(Page page) {
        Locator matrix = page.locator(".matrix");
        var titles = matrix.locator("thead th").allInnerTexts();
        Map<String, Integer> users = new TreeMap<>();
        for (Locator row : matrix.locator("tbody tr").all()) {
            var cells = row.locator("td").allInnerTexts();
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).equals("·")) {
                    users.merge(titles.get(i), Integer.parseInt(cells.get(i)), Integer::sum);
                }
            }
        }
        return users;
    }

    @Test
    void an_analyst_lowers_a_threshold_sees_the_impact_and_adopts_it_and_a_new_run_shows_it() {
        Page late = analyst(RULES);
        lower(late, THRESHOLD, "0.9");

        Page page = analyst(Dashboard.HOME);
        Dashboard.settled(page);
        Map<String, Integer> before = personas(page);
        lower(page, THRESHOLD, "0.3");
        page.reload();
        assertThat(page.getByLabel(THRESHOLD, new Page.GetByLabelOptions().setExact(true)))
                .hasValue("0.3");

        dashboard.go(page, RULES + "?tab=impact&dataset=" + Dashboard.CUSTOMERS);
        button(page, "Add a condition").click();
        button(page, "Preview impact").click();
        page.locator(".matrix").waitFor(new Locator.WaitForOptions().setTimeout(LONG));
        assertThat(page.getByText("Must not happen, and does: macro_f1 drops 0.01"))
                .isVisible();
        Map<String, Integer> foretold = foretold(page);
        assertThat(foretold).isNotEqualTo(before);
        Locator cell = page.locator(".matrix button").first();
        String moved = cell.innerText();
        cell.click();
        assertThat(page.getByLabel("Users who change").locator("tbody tr")).hasCount(Integer.parseInt(moved));

        adopt(page, "Whoever spends less still overspends");
        run(page, "lowered");
        assertThat(personas(page)).isEqualTo(foretold);
        dashboard.go(page, "/operator/runs?tab=compare&one=" + Dashboard.CUSTOMERS + "&other=lowered");
        assertThat(page.getByText("The lives are the same, to the last transaction. Different rules judged them"))
                .isVisible();
        dashboard.go(page, RULES + "?tab=history");
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Whoever spends less")))
                .containsText("analyst");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("What changed"))
                .first()
                .click();
        assertThat(page.getByLabel("Differences", new Page.GetByLabelOptions().setExact(true)))
                .containsText(THRESHOLD);

        button(late, "Adopt…").click();
        late.getByLabel("Note").fill("Not so far");
        button(late, "Adopt").click();
        assertThat(late.getByText("Somebody was faster. Nothing was written.")).isVisible();
    }

    /** Writes a text over that of the file in the editor. */
    private static void write(Page page, String path, String text) {
        page.getByLabel("Text of " + path, new Page.GetByLabelOptions().setExact(true))
                .click();
        page.keyboard().press("Control+A");
        page.keyboard().press("Delete");
        page.keyboard().insertText(text);
    }

    private static void change(Page page, String path, String text) {
        page.locator(".tree").getByText(path).click();
        write(page, path, text);
    }

    private static void begin(Page page, String folder, String name, String text) {
        button(page, "New file…").first().click();
        page.getByLabel("Folder").selectOption(folder);
        page.getByLabel("Name").fill(name);
        button(page, "Add to the draft").click();
        write(page, folder + "/" + name + ".drl", text);
    }

    private static String shipped(String file) throws IOException {
        return Files.readString(home.resolve("rules").resolve(file));
    }

    @Test
    void a_persona_of_rules_and_yaml_alone_appears_everywhere_after_a_run() throws IOException {
        Page page = analyst(RULES);
        begin(page, "evidence", "paid_up", """
                package evidence

                import dev.spendsense.rules.facts.*

                rule "Paid up: every statement is paid in full"
                    ruleflow-group "evidence"
                when
                    $s : Reading( type == "cards_paid_in_full", detected )
                then
                    insert( $s.candidate("paid_up") );
                    insert( $s.evidence("paid_up", "payments", "weight.paid_up") );
                end
                """);
        begin(page, "recommendations", "paid_up", """
                package recommendations

                import dev.spendsense.rules.facts.*

                rule "Praise cards that are paid"
                    ruleflow-group "recommendations"
                when
                    $p : Assigned( persona == "paid_up" )
                then
                    insert( $p.recommend("paid_up_praise") );
                end
                """);
        change(
                page,
                "vocabulary.yaml",
                shipped("vocabulary.yaml")
                        .replace(
                                "  balanced:\n",
                                "  paid_up:\n    title: Paid Up\n    evidence: [payments]\n  balanced:\n"));
        change(page, "parameters.yaml", shipped("parameters.yaml") + """
                prior.paid_up:
                  {value: -1, unit: log_odds, meaning: "Log-odds of the persona before anything was seen", source: "A test"}
                cap.paid_up.payments:
                  {value: 9, unit: log_odds, meaning: "What this group can count at most", source: "A test"}
                weight.paid_up:
                  {value: 9, unit: log_odds, meaning: "Every statement paid in full", source: "A test"}
                """);
        change(page, "content.yaml", shipped("content.yaml").replace("education:\n", """
                        education:
                          paid_up_praise:
                            title: Your cards cost you nothing
                            body: Whoever pays in full pays no interest.
                            rationale: "You pay your cards in full."
                            personas: [paid_up]
                            priority: 1
                        """));
        adopt(page, "A persona more");
        run(page, "more");

        assertThat(personas(page)).containsKey("Paid Up");
        int many = personas(page).get("Paid Up");
        assertThat(page.locator(".matrix thead")).containsText("Paid Up");
        Locator bar = page.locator(".bars a", new Page.LocatorOptions().setHasText("Paid Up"));
        assertThat(bar).hasAttribute("style", COLORED);
        bar.click();
        assertThat(page.getByText(Pattern.compile("^" + many + " (of \\d+ )?users?")))
                .isVisible();
        Locator filter = page.locator("aside .facet", new Page.LocatorOptions().setHasText("Paid Up"));
        assertThat(filter.first()).hasAttribute("style", COLORED);
        page.locator("tbody a").first().click();
        assertThat(page.locator(".verdict")).containsText("Paid Up");
        dashboard.go(page, "/operator/datasets/more/review?persona=paid_up");
        assertThat(page.locator(".chip")).containsText("Paid Up");
        assertThat(page.getByText("Your cards cost you nothing").first()).isVisible();
    }

    @Test
    void a_broken_rule_is_shown_at_its_line_and_not_adopted() {
        Page page = analyst(RULES + "?file=personas/ranking.drl&line=12");
        String revision = page.locator("h1 + p code").innerText();
        Locator editor = page.getByLabel("Text of personas/ranking.drl");
        assertThat(editor).isFocused();
        page.keyboard().press("Home");
        page.keyboard().type("whenn ");
        Locator finding = page.getByLabel("Findings").getByRole(AriaRole.LINK).first();
        assertThat(finding)
                .hasText(
                        Pattern.compile("personas/ranking\\.drl:1[0-2]"),
                        new LocatorAssertions.HasTextOptions().setTimeout(LONG));
        assertThat(page.locator(".cm-lint-marker-error").first()).isVisible();

        button(page, "Adopt…").click();
        page.getByLabel("Note").fill("Carelessness");
        button(page, "Adopt").click();
        Locator refusal = page.locator("dialog").getByRole(AriaRole.ALERT);
        assertThat(refusal)
                .containsText("personas/ranking.drl:", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
        page.reload();
        assertThat(page.locator("h1 + p code")).hasText(revision);
        assertThat(page.getByLabel("Draft")).containsText("1 file");
    }

    @Test
    void a_draft_outlives_a_reload_until_it_is_taken_back() {
        Page page = analyst(RULES + "?file=selection/selection.drl");
        button(page, "Remove").click();
        page.reload();
        assertThat(page.getByLabel("Draft")).containsText("selection/selection.drl");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Changes"))
                .click();
        assertThat(page.getByLabel("Changes of selection/selection.drl")).containsText("-package selection");
        button(page, "Take back").click();
        assertThat(page.getByText("There is no draft")).isVisible();
        assertThat(button(page, "Adopt…")).hasCount(0);
    }

    @Test
    void whoever_is_no_analyst_reads_only() {
        Page page = dashboard.signIn(Role.OPERATOR, RULES + "?file=selection/selection.drl");
        assertThat(page.getByText("To read; analysts can change it")).isVisible();
        page.getByLabel("Text of selection/selection.drl").click();
        page.keyboard().type("x");
        assertThat(page.getByLabel("Draft")).hasCount(0);
        page.keyboard().press("Tab");
        page.keyboard().press("2");
        assertThat(page.getByLabel(THRESHOLD, new Page.GetByLabelOptions().setExact(true)))
                .not()
                .isEditable();
        assertThat(button(page, "New file…")).hasCount(0);
    }

    @Test
    void axe_finds_nothing_about_a_draft() {
        Page page = analyst(RULES + "?file=personas/ranking.drl");
        Dashboard.insistOnAccess(Dashboard.settled(page));
        button(page, "New file…").first().click();
        Dashboard.insistOnAccess(page);
        page.keyboard().press("Escape");
        lower(page, THRESHOLD, "0.9");
        Dashboard.insistOnAccess(Dashboard.settled(page));
        for (String tab : List.of("changes", "tests", "impact", "sweep")) {
            dashboard.go(page, RULES + "?tab=" + tab);
            Dashboard.insistOnAccess(Dashboard.settled(page));
        }
        button(page, "Adopt…").click();
        Dashboard.insistOnAccess(page);
    }
}
