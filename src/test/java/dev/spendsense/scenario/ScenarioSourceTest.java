package dev.spendsense.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spendsense.yaml.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios in a folder of the file system. */
class ScenarioSourceTest {

    private static final Path SMALL = SmallScenario.FOLDER.resolve("small.yaml");

    @TempDir
    private Path folder;

    private static List<String> complaints(Path file, String... settings) {
        InvalidScenario invalid =
                catchThrowableOfType(InvalidScenario.class, () -> ScenarioSource.load(file, List.of(settings)));
        return invalid.faults().stream().map(Fault::toString).toList();
    }

    @Test
    void a_source_holds_the_scenario_what_it_extends_and_its_catalog() throws IOException {
        copySmall();
        Path over = Files.writeString(folder.resolve("over.yaml"), "extends: small.yaml\n");
        Files.writeString(folder.resolve("unrelated.yaml"), "x");
        ScenarioSource source = ScenarioSource.load(over, List.of("seed=5"));
        assertThat(source.name()).isEqualTo("over");
        assertThat(source.overrides()).containsExactly("seed=5");
        assertThat(source.files().keySet())
                .containsExactly(
                        SmallScenario.BILLS,
                        SmallScenario.PEOPLE,
                        SmallScenario.PURCHASES,
                        SmallScenario.SUBSCRIPTIONS,
                        "over.yaml",
                        "small.yaml");
        assertThat(ScenarioReader.read(source).seed()).isEqualTo(5);
    }

    @Test
    void what_the_own_folder_lacks_is_taken_from_another() throws IOException {
        copySmall();
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Path over = Files.writeString(mine.resolve("over.yaml"), "extends: small.yaml\nconsent_rate: 0.5\n");
        Files.createDirectory(mine.resolve("catalog"));
        Files.writeString(mine.resolve(SmallScenario.PEOPLE), people().replace("Ada", "Mary"));

        ScenarioSource source = ScenarioSource.load(over, List.of(folder), List.of());

        assertThat(source.files()).hasSize(6).containsKeys("over.yaml", "small.yaml", SmallScenario.BILLS);
        assertThat(ScenarioReader.read(source).people().givenNames()).contains("Mary");
        assertThat(ScenarioReader.read(source).consentRate()).isEqualTo(0.5);
    }

    @Test
    void a_fault_names_the_folder_in_which_the_file_was_found() throws IOException {
        copySmall();
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Path over = Files.writeString(mine.resolve("over.yaml"), "extends: small.yaml\nseed: lucky\n");
        Path base = folder.resolve("small.yaml");
        Files.writeString(base, Files.readString(base).replace("consent_rate: 0.9", "consent_rate: 9"));

        InvalidScenario invalid = catchThrowableOfType(
                InvalidScenario.class, () -> ScenarioSource.load(over, List.of(folder), List.of()));

        assertThat(invalid.faults())
                .extracting(Fault::file)
                .containsExactlyInAnyOrder(over.toString(), base.toString());
    }

    @Test
    void a_scenario_itself_is_not_looked_for_elsewhere() throws IOException {
        copySmall();
        Path missing = folder.resolve("mine").resolve("small.yaml");
        InvalidScenario invalid = catchThrowableOfType(
                InvalidScenario.class, () -> ScenarioSource.load(missing, List.of(folder), List.of()));
        assertThat(invalid).hasMessageStartingWith(missing + ": no such file");
    }

    @Test
    void a_source_alone_is_enough_to_read_the_scenario_again() {
        ScenarioSource source = ScenarioSource.load(SMALL, List.of());
        assertThat(source).isEqualTo(new SmallScenario().source());
        assertThat(ScenarioReader.read(source)).isEqualTo(new SmallScenario().read());
    }

    @Test
    void a_fault_names_the_file_the_way_it_was_asked_for() {
        assertThat(complaints(SMALL, "catalog=none"))
                .contains(
                        "--set catalog=none: catalog: none/bills.yaml: no such file; expected a YAML file of at most 1 MiB");
        assertThat(complaints(SmallScenario.FOLDER.resolve("none.yaml")))
                .containsExactly(
                        "src/test/resources/scenario/none.yaml: no such file; expected a YAML file of at most 1 MiB");
        assertThat(complaints(Path.of("none.yaml")))
                .containsExactly("none.yaml: no such file; expected a YAML file of at most 1 MiB");
    }

    @Test
    void a_file_that_is_no_text_is_a_fault() throws IOException {
        Path file = folder.resolve("binary.yaml");
        Files.write(file, "seed: 1 # caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(complaints(file)).containsExactly(file + ": not UTF-8 text; expected a YAML file of at most 1 MiB");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 's', 0});
        assertThat(complaints(file)).hasSize(1);
        Files.write(file, new byte[] {'s', 0, 'e'});
        assertThat(complaints(file)).hasSize(1);
    }

    @Test
    void a_text_may_begin_with_a_byte_order_mark() throws IOException {
        copySmall();
        Path file = folder.resolve("small.yaml");
        Files.writeString(file, "\uFEFF" + Files.readString(file));
        assertThat(ScenarioReader.read(ScenarioSource.load(file, List.of())).users())
                .isEqualTo(4);
    }

    @Test
    void an_enormous_file_is_a_fault_and_is_not_read_to_its_end() throws IOException {
        Path file = folder.resolve("enormous.yaml");
        try (var sparse = Files.newByteChannel(
                file, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            sparse.position(1L << 33).write(java.nio.ByteBuffer.wrap(new byte[] {'x'}));
        }
        assertThat(complaints(file))
                .containsExactly(file + ": larger than 1 MiB; expected a YAML file of at most 1 MiB");
    }

    @Test
    void a_folder_a_device_and_another_ending_are_faults() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner.yaml"));
        assertThat(complaints(inner)).singleElement().asString().contains("a folder, not a file");
        assertThat(complaints(Path.of("/dev/zero"))).singleElement().asString().contains("ends in .yaml");
        Path device = Files.createSymbolicLink(folder.resolve("device.yaml"), Path.of("/dev/zero"));
        assertThat(complaints(device)).singleElement().asString().contains("cannot be read");
        Files.delete(device);
    }

    private static String people() {
        return new SmallScenario().source().files().get(SmallScenario.PEOPLE);
    }

    private void copySmall() throws IOException {
        Files.createDirectory(folder.resolve("catalog"));
        for (var file : new SmallScenario().source().files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
