package dev.spendsense.rules.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.rules.definitions.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The analyst's guide leaves out nothing that rules can use. */
class GuideTest {

    /** What every record and enumeration has. */
    private static final Set<String> OF_EVERYTHING = Set.of(
            "equals", "hashCode", "toString", "name", "ordinal", "compareTo", "describeConstable", "getDeclaringClass");

    private static String guide;

    @BeforeAll
    static void read() throws IOException {
        guide = Files.readString(Path.of("rules/README.md"));
    }

    @Test
    void it_names_every_fact_and_every_helper() {
        List<String> missing = new ArrayList<>();
        Surface.types().forEach((name, type) -> {
            if (type.isEnum()) {
                return; // its constants are those of Plaid, or listed with what returns them
            }
            if (!says(name)) {
                missing.add(name);
            }
            for (String member : Surface.members(type)) {
                if (!OF_EVERYTHING.contains(member) && !says(member)) {
                    missing.add(name + "." + member);
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void it_names_every_signal_persona_and_threshold() throws IOException {
        Definitions definitions = Definitions.read(
                Files.readString(Path.of("rules/parameters.yaml")),
                Files.readString(Path.of("rules/vocabulary.yaml")),
                Files.readString(Path.of("rules/content.yaml")),
                new ArrayList<>());
        assertThat(definitions.vocabulary().signals().keySet())
                .allSatisfy(signal -> assertThat(guide).contains("| `" + signal + "` |"));
        assertThat(definitions.vocabulary().personas().keySet())
                .allSatisfy(persona -> assertThat(guide).contains("| `" + persona + "` |"));
    }

    @Test
    void every_parameter_it_names_is_there() throws IOException {
        String parameters = Files.readString(Path.of("rules/parameters.yaml"));
        Pattern.compile("[<>≤≥] `([a-z_]+)`")
                .matcher(guide)
                .results()
                .forEach(threshold -> assertThat(parameters).contains("\n" + threshold.group(1) + ":"));
    }

    private static boolean says(String word) {
        return Pattern.compile("[`.]" + word + "\\b").matcher(guide).find();
    }
}
