package dev.spendsense.scenario;

import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Yaml;
import dev.spendsense.yaml.Yaml.Block;
import dev.spendsense.yaml.Yaml.Member;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.YamlParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays one block over another, and single settings over a document. Every field keeps the place it comes from. */
final class Overlay {

    /** Weights are one choice: laid over others they replace them all, or nobody could take an option away. */
    private static final Set<String> REPLACED_WHOLE = Set.of("schedule", "payment", "count");

    private static final String EVERY = "*";

    private Overlay() {}

    /** The lower block with the fields of the upper one put over it: blocks key by key, all else replaced. */
    static Block merge(Block lower, Block upper) {
        Map<String, Member> merged = new LinkedHashMap<>(lower.members());
        upper.members().forEach((key, over) -> merged.merge(key, over, (under, same) -> merge(key, under, over)));
        return new Block(upper.at(), merged);
    }

    private static Member merge(String key, Member under, Member over) {
        if (under.value() instanceof Block lower
                && over.value() instanceof Block upper
                && !REPLACED_WHOLE.contains(key)) {
            return new Member(over.key(), merge(lower, upper));
        }
        return over;
    }

    /** The document with a {@code path=value} setting applied, as if it had been written into the file. */
    static Block set(Block document, String override, Faults faults) {
        int equals = override.indexOf('=');
        Place whole = Place.ofOverride(override, "");
        if (equals < 1) {
            faults.add(whole, "\"" + override + "\"", "path=value, for example population.high_utilization.users=25");
            return document;
        }
        List<String> path = List.of(override.substring(0, equals).strip().split("\\.", -1));
        if (path.stream().anyMatch(String::isBlank)) {
            faults.add(whole, "a path with an empty part", "names with single dots between them");
            return document;
        }
        if (path.equals(List.of("extends"))) {
            faults.add(whole, "extends", "a field other than extends, which only a file can set");
            return document;
        }
        return new Setting(override, override.substring(equals + 1), faults).in(document, path);
    }

    private record Setting(String override, String value, Faults faults) {

        Block in(Block block, List<String> path) {
            String key = path.get(0);
            if (!key.equals(EVERY)) {
                return with(block, key, path);
            }
            if (block.members().isEmpty()) {
                faults.add(place(block, key), "nothing here to match *", "the name of a field");
            }
            Block result = block;
            for (String each : block.members().keySet()) {
                result = with(result, each, path);
            }
            return result;
        }

        private Block with(Block block, String key, List<String> path) {
            Place place = place(block, key);
            Optional<Yaml> changed = path.size() == 1
                    ? YamlParser.parse(place, value, faults)
                    : inner(block, key, place).map(inner -> in(inner, path.subList(1, path.size())));
            if (changed.isEmpty()) {
                return block;
            }
            Map<String, Member> members = new LinkedHashMap<>(block.members());
            members.put(key, new Member(place, changed.get()));
            return new Block(block.at(), members);
        }

        private Optional<Block> inner(Block block, String key, Place place) {
            Member member = block.members().get(key);
            if (member == null) {
                return Optional.of(new Block(place, Map.of()));
            }
            if (member.value() instanceof Block inner) {
                return Optional.of(inner);
            }
            faults.add(place, member.value().brief(), "a block of fields to set one of");
            return Optional.empty();
        }

        private Place place(Block block, String key) {
            return Place.ofOverride(override, block.at().field(key).path());
        }
    }
}
