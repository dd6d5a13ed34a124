package dev.spendsense.workbench.cases;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.definitions.Content;
import dev.spendsense.workbench.cases.Case.Example;
import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.YamlFields;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the YAML files of a folder of test cases, or says everything that is wrong with them. */
final class CaseReader {

    private static final long LARGEST_FILE = 4L << 20;
    private static final double MOST = 1e12;

    private final Path folder;
    private final RuleBase rules;
    private final ExpectationReader expectations;
    private final UserReader users = new UserReader();
    private final Faults faults;
    private final Map<String, YamlFields> named = new LinkedHashMap<>();
    private final Map<String, WrittenUser> known = new HashMap<>();
    private final Set<String> opening = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    /** @param folder the files in and below it */
    CaseReader(Path folder, RuleBase rules) {
        this.folder = folder;
        this.rules = rules;
        this.expectations = new ExpectationReader(rules);
        this.faults = new Faults(file -> folder.resolve(file).toString());
    }

    /**
     * All cases, by file and in the order of the files.
     *
     * @throws BrokenCases when anything is wrong
     */
    List<Example> read() {
        Map<String, YamlFields> files = new TreeMap<>();
        for (Path file : files()) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            open(file, name).ifPresent(fields -> files.put(name, fields));
        }
        files.forEach((file, fields) -> declareUsers(fields));
        named.keySet().forEach(this::user);
        List<Example> examples = new ArrayList<>();
        files.forEach((file, fields) -> {
            Optional<LocalDate> asOf = asOf(fields, Optional.empty());
            fields.items("cases").forEach(one -> examples.add(example(file, one, asOf)));
            fields.end();
        });
        if (!faults.all().isEmpty()) {
            throw new BrokenCases(faults.all());
        }
        return examples;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            faults.add(Place.ofFile(""), "cannot be read: " + e.getMessage(), "a folder of YAML files");
            return List.of();
        }
    }

    private Optional<YamlFields> open(Path file, String name) {
        Place place = Place.ofFile(name);
        try {
            if (Files.size(file) > LARGEST_FILE) {
                faults.add(place, Files.size(file) + " bytes", "at most " + LARGEST_FILE);
                return Optional.empty();
            }
            return YamlFields.read(place, Files.readString(file), "users: and cases:", faults);
        } catch (CharacterCodingException e) {
            faults.add(place, "no UTF-8 text", "a text saved as UTF-8");
        } catch (IOException e) {
            faults.add(place, "cannot be read: " + e.getMessage(), "a YAML file");
        }
        return Optional.empty();
    }

    // Users

    private void declareUsers(YamlFields file) {
        if (file.has("users")) {
            file.block("users").blocks(Form.name()).forEach((name, fields) -> {
                if (named.putIfAbsent(name, fields) != null) {
                    fields.rejectAll("another user called " + name, "each name once, in all files together");
                }
            });
        }
    }

    private WrittenUser user(String name) {
        WrittenUser done = known.get(name);
        if (done != null) {
            return done;
        }
        YamlFields fields = named.get(name);
        if (!opening.add(name)) {
            fields.reject("like", "a user that is not like this one in turn");
            return WrittenUser.NOBODY;
        }
        WrittenUser user = users.read(fields, likeness(fields, WrittenUser.NOBODY));
        fields.end();
        known.put(name, user);
        return user;
    }

    private WrittenUser likeness(YamlFields fields, WrittenUser otherwise) {
        if (!fields.has("like")) {
            return otherwise;
        }
        if (named.isEmpty()) {
            fields.reject("like", "a user of users:, of which there are none");
            return otherwise;
        }
        int before = faults.reports();
        String name = fields.get("like", Form.known(named.keySet()));
        return faults.reports() == before ? user(name) : otherwise;
    }

    // Cases

    private Example example(String file, YamlFields fields, Optional<LocalDate> ofFile) {
        String name = fields.get("name", Sentence.words());
        if (!names.add(name)) {
            fields.reject("name", "a name that no other case has");
        }
        Optional<LocalDate> asOf = asOf(fields, ofFile);
        Given given = given(fields, new Given.Written(WrittenUser.NOBODY));
        Map<String, Double> parameters = parameters(fields, Map.of());
        Map<String, String> wording = wording(fields, Map.of());
        Expectations expect = expectations.read(fields);
        List<String> boundaryOf =
                fields.has("boundary_of") ? fields.list("boundary_of", expectations.rule()) : List.of();
        List<Case> cases = new ArrayList<>();
        for (YamlFields variant : fields.items("variants")) {
            Case one = new Case(
                    name + " / " + variant.get("name", Sentence.words()),
                    folder.resolve(file).toString(),
                    variant.at().line(),
                    given(variant, given),
                    asOf(variant, asOf),
                    parameters(variant, parameters),
                    wording(variant, wording),
                    expect.and(expectations.read(variant)));
            variant.end();
            cases.add(one);
            check(one, variant, boundaryOf);
        }
        if (cases.isEmpty()) {
            Case one = new Case(
                    name,
                    folder.resolve(file).toString(),
                    fields.at().line(),
                    given,
                    asOf,
                    parameters,
                    wording,
                    expect);
            cases.add(one);
            check(one, fields, boundaryOf);
        }
        if (!boundaryOf.isEmpty() && cases.size() != 2) {
            fields.reject("boundary_of", "two variants: one in which the rules come to a conclusion, one in which not");
        }
        fields.end();
        return new Example(name, cases, boundaryOf);
    }

    private static Optional<LocalDate> asOf(YamlFields fields, Optional<LocalDate> otherwise) {
        return fields.has("as_of") ? Optional.of(fields.get("as_of", Form.date())) : otherwise;
    }

    private Map<String, Double> parameters(YamlFields fields, Map<String, Double> under) {
        Map<String, Double> values = new TreeMap<>(under);
        if (fields.has("parameters")) {
            values.putAll(fields.block("parameters")
                    .values(Sentence.known(rules.definitions().parameters().names()), Form.number(-MOST, MOST)));
        }
        return values;
    }

    /** Texts of the content with others in their place. */
    private Map<String, String> wording(YamlFields fields, Map<String, String> under) {
        Map<String, String> wording = new TreeMap<>(under);
        if (fields.has("wording")) {
            String content = rules.source().texts().getOrDefault(Content.FILE, "");
            Form<String> text = new Form<>(
                    yaml -> Form.scalar(yaml).filter(content::contains), wrong -> "words of " + Content.FILE, "");
            wording.putAll(fields.block("wording").values(text, Sentence.words()));
        }
        return wording;
    }

    /** A user of its own, or the one under it with additions. */
    private Given given(YamlFields parent, Given under) {
        if (!parent.has("given")) {
            return under;
        }
        YamlFields fields = parent.block("given");
        Given given = given(fields.keys(), fields, under);
        fields.end();
        return given;
    }

    private Given given(Set<String> keys, YamlFields fields, Given under) {
        if (keys.contains("profile")) {
            return new Given.Simulated(
                    fields.get("scenario", Sentence.words()),
                    fields.get("profile", Form.name()),
                    fields.get("seed", Form.wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE)),
                    fields.get("number", Form.count(1, 10_000_000), 1));
        }
        if (keys.contains("dataset")) {
            return new Given.Stored(fields.get("dataset", Sentence.words()), fields.get("user", Sentence.words()));
        }
        WrittenUser base = under instanceof Given.Written written ? written.user() : WrittenUser.NOBODY;
        return new Given.Written(users.read(fields, likeness(fields, base)));
    }

    /** Whether the case can be judged at all. */
    private void check(Case one, YamlFields fields, List<String> boundaryOf) {
        if (one.expect().isEmpty() && boundaryOf.isEmpty()) {
            fields.reject("expect", "what the rules have to conclude");
        }
        if (!(one.given() instanceof Given.Written written)) {
            return;
        }
        if (one.asOf().isEmpty()) {
            fields.reject("as_of", "the date at which the rules look, here or at the top of the file");
            return;
        }
        if (!faults.all().isEmpty()) {
            return; // what is wrong already would only be said again in other words
        }
        try {
            Books.keep(written.user(), one.asOf().get());
        } catch (ImpossibleHistory impossible) {
            Place place = users.place(impossible.culprit()).orElse(fields.at("given"));
            faults.add(place, impossible.found(), impossible.expected());
        }
    }
}
