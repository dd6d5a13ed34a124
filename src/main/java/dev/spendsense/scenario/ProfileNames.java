package dev.spendsense.scenario;

import dev.spendsense.text.NearestName;
import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.Yaml.Block;
import dev.spendsense.yaml.Yaml.Member;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The profiles that a document has, compared with what is laid over it: a misspelt name would make a new profile. */
final class ProfileNames {

    private static final String POPULATION = "population";

    private final Set<String> names;
    private final Faults faults;

    ProfileNames(Block document, Faults faults) {
        this.names = profiles(document).keySet();
        this.faults = faults;
    }

    /** A file that lies over the document. Names that were probably meant to be known ones are faults, and put right. */
    Block refuseNearlyAlike(Block upper) {
        Map<String, Member> profiles = new LinkedHashMap<>();
        profiles(upper).forEach((name, member) -> {
            Optional<String> near = names.contains(name) ? Optional.empty() : NearestName.of(name, names);
            near.ifPresent(
                    known -> faults.add(member.key(), "a new profile", known + ", or a name that is less like it"));
            profiles.putIfAbsent(near.orElse(name), member);
        });
        return with(upper, profiles);
    }

    /** The document after settings from outside. New profiles are faults, and left out. */
    Block refuseNew(Block changed) {
        Map<String, Member> profiles = new LinkedHashMap<>(profiles(changed));
        profiles(changed).forEach((name, member) -> {
            if (!names.contains(name)) {
                String expected = names.isEmpty() ? "profiles in the file first" : Form.closest(name, names);
                faults.add(member.key(), "no such profile", expected);
                profiles.remove(name);
            }
        });
        return with(changed, profiles);
    }

    private static Map<String, Member> profiles(Block document) {
        Member population = document.members().get(POPULATION);
        return population != null && population.value() instanceof Block block ? block.members() : Map.of();
    }

    private static Block with(Block document, Map<String, Member> profiles) {
        Map<String, Member> members = new LinkedHashMap<>(document.members());
        members.computeIfPresent(
                POPULATION,
                (key, member) -> member.value() instanceof Block block
                        ? new Member(member.key(), new Block(block.at(), profiles))
                        : member);
        return new Block(document.at(), members);
    }
}
