package dev.spendsense.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.measure.CategorySet;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleDiagnosis;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.workbench.cases.BrokenCases;
import dev.spendsense.workbench.cases.Cases;
import dev.spendsense.yaml.Fault;
import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Yaml;
import dev.spendsense.yaml.Yaml.Block;
import dev.spendsense.yaml.Yaml.Items;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.Yaml.Value;
import dev.spendsense.yaml.YamlParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What editors are told about the files that analysts write is what the readers of these files want. */
class EditorSchemasTest {

    private static final Path RULES = Path.of("rules");
    private static final Path SCHEMAS = RULES.resolve("schemas");
    private static final String REFERENCE = "# yaml-language-server: $schema=";
    private static final String NO_SUCH_KEY = "qqqqqqqqqqqq";
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    /** What is a matter of the shape of a file alone. */
    private static final Set<String> STRUCTURAL = Stream.of(
                    FaultKind.MISSING_FIELD,
                    FaultKind.UNKNOWN_DECLARATION_FIELD,
                    FaultKind.WRONG_SHAPE,
                    FaultKind.BAD_NAME,
                    FaultKind.NOT_A_NUMBER,
                    FaultKind.UNKNOWN_UNIT,
                    FaultKind.PERCENT_FOR_FRACTION,
                    FaultKind.OUT_OF_RANGE,
                    FaultKind.FIGURE_IN_TEXT)
            .map(FaultKind::code)
            .collect(Collectors.toSet());

    @TestFactory
    Stream<DynamicTest> every_shipped_file_names_its_schema_and_fits_it() throws IOException {
        try (Stream<Path> rules = Files.walk(RULES);
                Stream<Path> scenarios = Files.walk(Path.of("scenarios"))) {
            List<Path> files = Stream.concat(rules, scenarios)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(files).hasSizeGreaterThan(17);
            return files.stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                        String text = Files.readString(file);
                        String first = text.lines().findFirst().orElseThrow();
                        assertThat(first).startsWith(REFERENCE);
                        Path schema = file.resolveSibling(first.substring(REFERENCE.length()));
                        assertThat(complaints(schema, text)).isEmpty();
                    }));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "purchases     | a: {category: FOOD_AND_DRINK_GROCERIES, price: [1, 2]} | a: {price: [1]}",
                "purchases     | a: {weekdays: [1, 1, 1, 1, 1, 2, 2]}                   | a: {prise: [1, 2]}",
                "bills         | rent: {housing: true, day: [1, 28]}                    | rent: {day: [1, 31]}",
                "subscriptions | Netflix: {price: 15.99, kind: streaming}               | Netflix: {category: FUN}",
                "people        | ages: {18-24: 1}                                       | ages: {young: 1}",
                "seeds         | seeds: [1, 2]                                          | seeds: []",
            })
    void a_slip_in_a_catalog_is_refused(String file, String sound, String slip) throws IOException {
        Path schema = Path.of("scenarios", "schemas", file + ".schema.json");
        assertThat(complaints(schema, sound)).isEmpty();
        assertThat(complaints(schema, slip)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"purchases", "bills", "subscriptions"})
    void catalogs_know_every_category_that_money_is_spent_in(String file) throws IOException {
        JsonNode schema =
                JsonMapper.shared().readTree(Files.readString(Path.of("scenarios", "schemas", file + ".schema.json")));
        assertThat(schema.findValue("category").get("enum").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(Arrays.stream(Category.values())
                        .filter(Category::isSpending)
                        .map(Category::name)
                        .toList());
    }

    @Test
    void schemas_are_no_part_of_the_rules() {
        assertThat(RuleSource.read(RULES).texts().keySet()).noneMatch(file -> file.startsWith("schemas"));
    }

    @TestFactory
    Stream<DynamicTest> a_slip_in_the_shape_of_a_file_is_refused(@TempDir Path work) {
        List<BrokenFolder> slips = BrokenFolder.corpus(work).stream()
                .filter(broken -> STRUCTURAL.contains(broken.code()))
                .filter(broken -> broken.texts().size() == 1)
                .filter(broken -> broken.texts().keySet().iterator().next().endsWith(".yaml"))
                .toList();
        assertThat(slips).hasSizeGreaterThan(15);
        return slips.stream()
                .map(broken -> DynamicTest.dynamicTest(broken.name(), () -> {
                    Map.Entry<String, String> slip =
                            broken.texts().entrySet().iterator().next();
                    assertThat(complaints(schemaOf(slip.getKey()), slip.getValue()))
                            .isNotEmpty();
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters.yaml", "vocabulary.yaml", "content.yaml"})
    void the_folder_that_all_slips_break_fits(String file) throws IOException {
        assertThat(complaints(schemaOf(file), Files.readString(BrokenFolder.BASE.resolve(file))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parameters.yaml | /$defs/parameter                        | a: {@: 1}",
                "vocabulary.yaml |                                         | @: 1",
                "vocabulary.yaml | /properties/personas/additionalProperties | personas: {a: {@: 1}}",
                "vocabulary.yaml | /properties/services/additionalProperties | services: {a: {@: 1}}",
                "content.yaml    |                                         | @: 1",
                "content.yaml    | /properties/education/additionalProperties | education: {a: {@: 1}}",
                "content.yaml    | /properties/offers/additionalProperties | offers: {a: {@: 1}}",
            })
    void schema_and_reader_know_the_same_declarations(String file, String pointer, String yaml) throws IOException {
        String text = yaml.replace("@", NO_SUCH_KEY);
        String known = RuleDiagnosis.ofTexts(RuleSource.of(Map.of(file, text))).faults().stream()
                .filter(fault -> fault.kind() == FaultKind.UNKNOWN_DECLARATION_FIELD)
                .map(RuleFault::remedy)
                .findFirst()
                .orElseThrow();
        assertThat(keys(schemaOf(file), pointer == null ? "" : pointer))
                .isEqualTo(words(known.replaceFirst("^known are ", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                   | @: 1",
                "/$defs/case        | cases: [{@: 1}]",
                "/$defs/variant     | cases: [{variants: [{@: 1}]}]",
                "/$defs/user        | users: {a: {@: 1}}",
                "/$defs/simulated   | cases: [{given: {profile: a, @: 1}}]",
                "/$defs/stored      | cases: [{given: {dataset: a, @: 1}}]",
                "/$defs/account     | users: {a: {accounts: {a: {@: 1}}}}",
                "/$defs/card        | users: {a: {cards: {a: {@: 1}}}}",
                "/$defs/card/properties/statements/items | users: {a: {cards: {a: {statements: [{@: 1}]}}}}",
                "/$defs/line        | users: {a: {transactions: [{@: 1}, {every: 2w, @: 1}, {move: a, @: 1}]}}",
                "/$defs/expect      | cases: [{expect: {@: 1}}]",
                "/$defs/expect/properties/absent | cases: [{expect: {absent: {@: 1}}}]",
                "/$defs/expect/properties/signals/additionalProperties/anyOf/2"
                        + " | cases: [{expect: {signals: {a: {@: 1}}}}]",
                "/$defs/expect/properties/personas/anyOf/1/additionalProperties"
                        + " | cases: [{expect: {personas: {balanced: {@: 1}}}}]",
            })
    void schema_and_reader_know_the_same_of_cases(String pointer, String yaml, @TempDir Path work) throws IOException {
        Set<String> known = new TreeSet<>();
        for (Fault fault : faults(work, yaml.replace("@", NO_SUCH_KEY))) {
            if (fault.value().equals("unknown key")) {
                known.addAll(words(fault.expected().replaceFirst("^one of ", "")));
            }
        }
        assertThat(keys(SCHEMAS.resolve("tests.schema.json"), pointer == null ? "" : pointer))
                .isEqualTo(known);
    }

    /** Refused by the reader, and so in the editor. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{amount: 4, merchant: Kroger, category: FOOD_AND_DRINK_GROCERIES}",
                "{on: 3 days ago, amount: 4, merchant: Kroger, category: FOOD_AND_DRINK_GROCERIES}",
                "{on: 3d ago, until: 1d ago, amount: 4, merchant: Kroger, category: FOOD_AND_DRINK_GROCERIES}",
                "{every: 2 weeks, amount: 4, merchant: Kroger, category: FOOD_AND_DRINK_GROCERIES}",
                "{every: 2w, on: 3, amount: 4, merchant: Kroger, category: FOOD_AND_DRINK_GROCERIES}",
                "{every: month, amount: 4, merchant: Kroger, category: FOOD_AND_DRINK_GROCERIES}",
                "{every: month, on: 32, amount: 4, merchant: Kroger, category: FOOD_AND_DRINK_GROCERIES}",
                "{every: 2w, amount: 4, merchant: Kroger}",
                "{every: 2w, amount: 4, merchant: Kroger, category: FOOD}",
                "{every: 2w, amount: $4, merchant: Kroger, category: FOOD_AND_DRINK_GROCERIES}",
                "{every: 2w, amount: 4, merchant: Kroger, category: TRAVEL_FLIGHTS, channel: phone}",
                "{every: 2w, amount: 4, merchant: Kroger, category: TRAVEL_FLIGHTS, time: 25 past}",
                "{every: 2w, move: checking to savings, amount: 4}",
                "{every: 2w, move: checking -> savings, amount: -4}",
                "{every: 2w, move: checking -> savings, amount: 4, merchant: Kroger}",
            })
    void a_broken_line_is_refused_by_both(String line, @TempDir Path work) throws IOException {
        String yaml = "users:\n  a:\n    accounts: {checking: 1, savings: 1}\n    transactions:\n      - ";
        String sound = "{every: month, on: 31, amount: 4, merchant: Kroger, category: TRAVEL_FLIGHTS, time: \"23:15\"}";
        Path schema = SCHEMAS.resolve("tests.schema.json");
        assertThat(faults(work, yaml + sound)).isEmpty();
        assertThat(complaints(schema, yaml + sound)).isEmpty();
        assertThat(faults(work, yaml + line)).isNotEmpty();
        assertThat(complaints(schema, yaml + line)).isNotEmpty();
    }

    @Test
    void closed_lists_of_words_are_complete() throws IOException {
        assertThat(listed("parameters", "/$defs/parameter/properties/unit/enum"))
                .containsExactlyElementsOf(
                        Arrays.stream(Unit.values()).map(Unit::label).toList());
        assertThat(listed("vocabulary", "/$defs/categorySet/items/anyOf/0/enum"))
                .containsExactlyElementsOf(CategorySet.standard().keySet());
        assertThat(listed("tests", "/$defs/category/enum"))
                .containsExactlyElementsOf(
                        Arrays.stream(Category.values()).map(Category::name).toList());
        assertThat(listed("tests", "/$defs/line/properties/channel/enum"))
                .containsExactlyElementsOf(Arrays.stream(Channel.values())
                        .map(channel -> channel.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static Collection<String> listed(String schema, String pointer) throws IOException {
        JsonNode words = read(SCHEMAS.resolve(schema + ".schema.json")).at(pointer);
        return words.valueStream().map(JsonNode::stringValue).toList();
    }

    private static Set<String> keys(Path schema, String pointer) throws IOException {
        JsonNode object = read(schema).at(pointer);
        assertThat(object.at("/additionalProperties").isBoolean()).isTrue();
        return new HashSet<>(object.at("/properties").propertyNames());
    }

    private static Set<String> words(String listed) {
        return new HashSet<>(List.of(listed.split(", ")));
    }

    private static Path schemaOf(String file) {
        return SCHEMAS.resolve(file.replace(".yaml", ".schema.json"));
    }

    private static JsonNode read(Path schema) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(schema));
    }

    private static List<Fault> faults(Path folder, String yaml) throws IOException {
        Files.writeString(folder.resolve("cases.yaml"), yaml);
        try {
            Cases.read(folder, Shipped.RULES);
            return List.of();
        } catch (BrokenCases broken) {
            return broken.faults();
        }
    }

    /** Loaded when first asked for. */
    private static final class Shipped {
        static final RuleBase RULES = RuleBase.load(EditorSchemasTest.RULES);
    }

    /** What an editor would underline. */
    private static List<String> complaints(Path schema, String yaml) throws IOException {
        Faults faults = new Faults(file -> file);
        Yaml document = YamlParser.parse(Place.ofFile("a.yaml"), yaml, faults).orElseThrow();
        assertThat(faults.all()).isEmpty();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema), InputFormat.JSON)
                .validate(json(document))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** The text as the core schema of YAML reads it, which is what editors go by. */
    private static JsonNode json(Yaml yaml) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (yaml instanceof Block block) {
            ObjectNode object = nodes.objectNode();
            block.members().forEach((key, member) -> object.set(key, json(member.value())));
            return object;
        }
        if (yaml instanceof Items list) {
            ArrayNode array = nodes.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        Value value = (Value) yaml;
        if (value.isNull()) {
            return nodes.nullNode();
        }
        if (value.plain() && Set.of("true", "false").contains(value.text())) {
            return nodes.booleanNode(Boolean.parseBoolean(value.text()));
        }
        return value.plain() && NUMBER.matcher(value.text()).matches()
                ? nodes.numberNode(new BigDecimal(value.text()))
                : nodes.stringNode(value.text());
    }
}
