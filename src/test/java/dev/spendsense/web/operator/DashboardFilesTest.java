package dev.spendsense.web.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.definitions.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the dashboard, which no compiler looks at. */
class DashboardFilesTest {

    private static final Path PAGE = Path.of("src/main/resources/static/operator/index.html");
    private static final Path ASSETS = PAGE.resolveSibling("assets");
    private static final Pattern IMPORT = Pattern.compile(
            "(?:^import\\b[^;'(]*|^export\\b[^;'(]*\\bfrom\\s*|\\bimport\\(\\s*)'([^'\\s]+)'", Pattern.MULTILINE);
    private static final Pattern PAGE_FILE = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    @Test
    void every_import_leads_to_a_file() {
        Map<String, String> map = importMap();
        List<String> lost = new ArrayList<>();
        int followed = 0;
        for (Path module : files(".js")) {
            Matcher imports = IMPORT.matcher(read(module));
            while (imports.find()) {
                followed++;
                String name = imports.group(1);
                boolean there = name.startsWith(".")
                        ? Files.isRegularFile(module.resolveSibling(name))
                        : map.entrySet().stream().anyMatch(entry -> isInLibrary(entry, name));
                if (!there) {
                    lost.add(module + " imports " + name);
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(followed).isGreaterThan(50);
    }

    @Test
    void the_page_names_only_files_that_there_are() {
        Matcher named = PAGE_FILE.matcher(read(PAGE));
        int seen = 0;
        while (named.find()) {
            seen++;
            String address = named.group(1);
            assertThat(library(address) || getClass().getResource("/static" + address) != null)
                    .as(address)
                    .isTrue();
        }
        assertThat(seen).isPositive();
        importMap().forEach((name, address) -> {
            if (!name.endsWith("/")) {
                assertThat(library(address)).as(name + " at " + address).isTrue();
            }
        });
    }

    /** Otherwise the first view waits for one round after the other. */
    @Test
    void all_modules_of_the_first_view_are_asked_for_at_once() {
        Set<String> wanted = new TreeSet<>();
        Deque<Path> next = new ArrayDeque<>(List.of(ASSETS.resolve("app.js"), ASSETS.resolve("views/overview.js")));
        while (!next.isEmpty()) {
            Path module = next.remove().normalize();
            if (wanted.add("/operator/" + PAGE.getParent().relativize(module))) {
                Matcher imports = IMPORT.matcher(read(module).replaceAll("\\bimport\\(", ""));
                while (imports.find()) {
                    if (imports.group(1).startsWith(".")) {
                        next.add(module.resolveSibling(imports.group(1)));
                    }
                }
            }
        }
        Set<String> preloaded = new TreeSet<>();
        Matcher link = Pattern.compile("modulepreload\" href=\"([^\"]+)").matcher(read(PAGE));
        while (link.find()) {
            preloaded.add(link.group(1));
        }
        assertThat(wanted).hasSizeGreaterThan(10).allMatch(preloaded::contains);
        assertThat(preloaded.stream().filter(it -> it.startsWith("/operator/"))).allMatch(wanted::contains);
    }

    @Test
    void nothing_that_analysts_name_is_written_into_it() {
        Vocabulary vocabulary = RuleBase.load(Path.of("rules")).definitions().vocabulary();
        TreeSet<String> words = new TreeSet<>(vocabulary.personas().keySet());
        words.addAll(vocabulary.signals().keySet());
        for (Path file : files(".js", ".css")) {
            String text = read(file);
            assertThat(words)
                    .as(file.toString())
                    .noneMatch(word -> Pattern.compile("['\"`.]" + word + "['\"`]")
                            .matcher(text)
                            .find());
        }
    }

    @Test
    void no_style_stands_in_the_markup_where_the_content_policy_forbids_it() {
        for (Path file : Stream.concat(Stream.of(PAGE), files(".js").stream()).toList()) {
            assertThat(read(file)).as(file.toString()).doesNotContain(" style=", "styleMap", "unsafeHTML", "innerHTML");
        }
    }

    private static boolean isInLibrary(Map.Entry<String, String> entry, String name) {
        return entry.getKey().equals(name)
                || entry.getKey().endsWith("/")
                        && name.startsWith(entry.getKey())
                        && library(
                                entry.getValue() + name.substring(entry.getKey().length()));
    }

    private static boolean library(String address) {
        return DashboardFilesTest.class.getResource("/META-INF/resources" + address) != null;
    }

    private static Map<String, String> importMap() {
        Matcher map = IMPORT_MAP.matcher(read(PAGE));
        assertThat(map.find()).isTrue();
        JsonNode imports = JsonMapper.shared().readTree(map.group(1)).get("imports");
        Map<String, String> addresses = new LinkedHashMap<>();
        imports.properties()
                .forEach(entry -> addresses.put(entry.getKey(), entry.getValue().asString()));
        return addresses;
    }

    private static List<Path> files(String... endings) {
        try (Stream<Path> all = Files.walk(ASSETS)) {
            return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
