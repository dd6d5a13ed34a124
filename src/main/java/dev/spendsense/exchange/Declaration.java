package dev.spendsense.exchange;

import dev.spendsense.yaml.Fault;
import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.YamlFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** A file in which somebody declares how files from elsewhere are meant. */
public final class Declaration {

    private Declaration() {}

    /**
     * What a file declares.
     *
     * @param reading makes it from the fields; what it reports beside them is wrong with the file too
     * @throws UnusableFile with a line for everything that is wrong with it
     */
    public static <T> T read(Path file, BiFunction<YamlFields, Faults, T> reading) {
        Faults faults = new Faults(name -> name);
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UnusableFile(file + " cannot be read: " + e.getMessage());
        }
        T declared = YamlFields.read(Place.ofFile(file.toString()), text, "a block of fields", faults)
                .map(fields -> reading.apply(fields, faults))
                .orElse(null);
        if (!faults.all().isEmpty()) {
            throw new UnusableFile(
                    faults.all().stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
        }
        return declared;
    }
}
