package dev.spendsense.workbench.doc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.workbench.cases.Cases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written about a folder of rules. */
class CatalogueTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final RuleBase RULES = RuleBase.load(Path.of("rules"));
    private static final SortedMap<String, String> SHIPPED = Catalogue.pages(
            RULES.source(), Cases.read(Path.of("rules", "tests"), RULES).topics(Path.of("rules")));

    @Test
    void every_declared_word_and_every_rule_has_a_page() {
        Set<String> words = new TreeSet<>(RULES.ruleNames());
        words.addAll(RULES.definitions().vocabulary().signals().keySet());
        words.addAll(RULES.definitions().vocabulary().personas().keySet());
        words.addAll(RULES.definitions().content().items().keySet());
        words.addAll(RULES.definitions().parameters().names());
        Set<String> told = SHIPPED.values().stream()
                .flatMap(page -> Pattern.compile("<p class=\"quiet\"><code>([^<]*)</code></p>")
                        .matcher(page)
                        .results())
                .map(match -> match.group(1).replace("&gt;", ">").replace("&amp;", "&"))
                .collect(Collectors.toSet());
        assertThat(told).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void every_link_leads_to_a_page() {
        SHIPPED.forEach((path, page) -> {
            Matcher link = LINK.matcher(page);
            while (link.find()) {
                String target = URI.create(path).resolve(link.group(1)).getPath();
                assertThat(SHIPPED).as("%s in %s", link.group(1), path).containsKey(target);
            }
        });
    }

    @Test
    void a_signal_tells_its_threshold_its_rules_and_its_cases() {
        assertThat(SHIPPED.get("signal/credit_utilization.html"))
                .contains("Share of the limit used on the fullest card")
                .contains("0.5 share (50%)")
                .contains("SpendSense product guide")
                .contains("../parameter/card_high.html", "../rule/utilization-of-the-fullest-card.html")
                .contains("../persona/high_utilization.html", "Cases that name it", "tests/signals.yaml:", "<svg")
                .doesNotContain("rules/tests/");
    }

    @Test
    void a_rule_stands_there_with_its_comment_and_without_the_next_one() {
        assertThat(SHIPPED.get("rule/utilization-of-the-fullest-card.html"))
                .contains("// How full the fullest card was")
                .contains("<a href=\"../signal/credit_utilization.html\">credit_utilization</a>&quot;")
                .doesNotContain("Every card is well below");
    }

    @Test
    void the_picture_leads_from_signals_over_evidence_and_personas_to_advice() {
        String index = SHIPPED.get("index.html");
        String picture = index.substring(index.indexOf("<svg"), index.indexOf("</svg>"));
        assertThat(picture).contains(">signals<", ">evidence<", ">personas<", ">advice<");
        RULES.definitions()
                .content()
                .items()
                .keySet()
                .forEach(code -> assertThat(picture).contains("advice/" + code + ".html"));
    }

    @Test
    void the_same_folder_gives_the_same_bytes() {
        assertThat(Catalogue.pages(
                        RULES.source(),
                        Cases.read(Path.of("rules", "tests"), RULES).topics(Path.of("rules"))))
                .isEqualTo(SHIPPED);
    }

    @Test
    void hostile_text_is_shown_and_not_run() {
        String attack = "</title></code><script>alert(1)</script>\"><img src=x onerror=alert(1)>";
        String vocabulary = RULES.source().texts().get("vocabulary.yaml");
        String parameters = RULES.source().texts().get("parameters.yaml");
        RuleSource source = RULES.source()
                .with(
                        "vocabulary.yaml",
                        vocabulary.replace("signals:\n", "signals:\n  '" + attack + "': '" + attack + "'\n"))
                .with("parameters.yaml", parameters.replaceFirst("meaning: \"[^\"]*\"", "meaning: '" + attack + "'"))
                .with(
                        "signals/more.drl",
                        "package signals\nrule \"<script>x</script>\"\nwhen\nthen // <script>\nend\n");
        SortedMap<String, String> pages = Catalogue.pages(source, List.of());
        assertThat(pages).hasSizeGreaterThanOrEqualTo(SHIPPED.size() + 2);
        pages.forEach((path, page) -> {
            assertThat(page).as(path).doesNotContain("<img").doesNotContain("<script>alert", "<script>x");
            assertThat(path).matches("[a-z0-9_./-]+").doesNotContain("..");
        });
    }

    @Test
    void names_that_differ_in_case_alone_have_pages_of_their_own() {
        Addresses addresses = new Addresses(List.of(
                new Word(Word.Sort.RULE, "A rule"),
                new Word(Word.Sort.RULE, "a RULE!"),
                new Word(Word.Sort.RULE, "a rule")));
        assertThat(addresses.of(new Word(Word.Sort.RULE, "a rule"))).isEqualTo("rule/a-rule--2.html");
    }

    @Test
    void a_catalogue_replaces_a_former_one_and_nothing_else(@TempDir Path work) throws IOException {
        Path folder = work.resolve("catalogue");
        CatalogueFolder.write(new TreeMap<>(Map.of("index.html", "old", "rule/gone.html", "old")), folder);
        CatalogueFolder.write(new TreeMap<>(Map.of("index.html", "new")), folder);
        assertThat(folder.resolve("index.html")).hasContent("new");
        assertThat(folder.resolve("rule")).doesNotExist();
        Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> CatalogueFolder.write(new TreeMap<>(), folder)).hasMessageContaining("notes.txt");
        assertThat(folder.resolve("index.html")).hasContent("new");
        Path other = Files.createDirectory(work.resolve("other"));
        Files.writeString(other.resolve("index.html"), "mine");
        assertThatThrownBy(() -> CatalogueFolder.write(new TreeMap<>(), other))
                .hasMessageContaining("holds no catalogue");
        assertThat(other.resolve("index.html")).hasContent("mine");
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left).containsExactlyInAnyOrder(folder, other);
        }
    }
}
