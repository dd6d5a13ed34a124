package dev.spendsense.scenario;

import static dev.spendsense.yaml.Form.wholeNumber;

import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Yaml;
import dev.spendsense.yaml.YamlFields;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The seeds whose populations rules may be tuned on, and therefore not be measured on.
 *
 * @param seeds at least one, in the order of the file
 */
public record DevelopmentSeeds(List<Long> seeds) {

    /** Where the list is, in a folder of scenarios. */
    public static final Path PLACE = Path.of("seeds", "development.yaml");

    public DevelopmentSeeds {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("no development seeds");
        }
    }

    /**
     * Reads the list.
     *
     * @param folder the folder of scenarios that it belongs to
     * @throws InvalidScenario with everything that is wrong with the file
     */
    public static DevelopmentSeeds read(Path folder) {
        Texts.Folders texts = new Texts.Folders(List.of(folder));
        Faults faults = new Faults(texts::shown);
        String path = PLACE.toString().replace('\\', '/');
        Yaml.Place place = Yaml.Place.ofFile(path);
        List<Long> seeds = List.of();
        try {
            seeds = YamlFields.read(place, texts.read(path), "a block of fields", faults)
                    .map(DevelopmentSeeds::listed)
                    .orElse(seeds);
        } catch (Texts.Unreadable unreadable) {
            faults.add(place, unreadable.getMessage(), "a list of seeds");
        }
        InvalidScenario.throwIfAny(faults);
        return new DevelopmentSeeds(seeds);
    }

    private static List<Long> listed(YamlFields fields) {
        List<Long> seeds = fields.list("seeds", wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE));
        fields.end();
        return seeds;
    }

    /** Those of the list that are not among others, in order. */
    public List<Long> without(Collection<Long> others) {
        return seeds.stream().filter(seed -> !others.contains(seed)).toList();
    }
}
