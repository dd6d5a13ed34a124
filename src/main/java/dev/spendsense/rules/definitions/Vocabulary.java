package dev.spendsense.rules.definitions;

import dev.spendsense.bank.Category;
import dev.spendsense.bank.measure.CategorySet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The closed vocabulary of {@code vocabulary.yaml}. Rules can name nothing else.
 *
 * @param windows lengths in days of the windows that signals are measured over, shortest first
 * @param signals by name, in the order of the file
 * @param personas by name, in the order of the file
 * @param categorySets by name: those of the file, and every group and category under its own name
 * @param services by merchant
 * @param shown signals that no rule has to read: they are shown for themselves
 * @param tags names of the tags that each rule carries
 */
public record Vocabulary(
        List<Integer> windows,
        Map<String, SignalType> signals,
        Map<String, Persona> personas,
        Map<String, CategorySet> categorySets,
        Map<String, Service> services,
        List<String> shown,
        List<String> tags) {

    /** The file within a rule folder. */
    public static final String FILE = "vocabulary.yaml";

    /** Income is measured over this set, so it has to be there. */
    private static final String PAY = "pay";

    /** Reads the text of the file; what is wrong is added to the faults. */
    public static Vocabulary read(String text, List<RuleFault> faults) {
        YamlField document = YamlField.document(FILE, text, faults);
        Map<String, YamlField> parts = document.fields(
                List.of("windows", "signals", "personas", "categories"), List.of("services", "shown", "tags"));
        List<Integer> windows = parts.get("windows").items().stream()
                .map(field -> (int) field.number())
                .sorted()
                .toList();
        Map<String, SignalType> signals = signals(parts.get("signals"));
        return new Vocabulary(
                windows,
                signals,
                personas(parts.get("personas")),
                categorySets(parts.get("categories")),
                parts.containsKey("services") ? services(parts.get("services")) : Map.of(),
                items(parts, "shown").stream()
                        .map(field -> field.oneOf(FaultKind.UNKNOWN_SIGNAL, signals.keySet()))
                        .toList(),
                items(parts, "tags").stream().map(YamlField::text).toList());
    }

    private static List<YamlField> items(Map<String, YamlField> parts, String name) {
        return parts.containsKey(name) ? parts.get(name).items() : List.of();
    }

    private static Map<String, SignalType> signals(YamlField field) {
        Map<String, SignalType> signals = new LinkedHashMap<>();
        field.fields().forEach((name, title) -> signals.put(name, new SignalType(name, title.text())));
        return signals;
    }

    private static Map<String, Persona> personas(YamlField field) {
        Map<String, Persona> personas = new LinkedHashMap<>();
        field.fields().forEach((name, persona) -> {
            Map<String, YamlField> parts = persona.fields(List.of("title"), List.of("evidence"));
            List<String> groups = parts.containsKey("evidence")
                    ? parts.get("evidence").items().stream()
                            .map(YamlField::text)
                            .toList()
                    : List.of();
            personas.put(name, new Persona(name, parts.get("title").text(), personas.size(), groups));
        });
        return personas;
    }

    private static Map<String, CategorySet> categorySets(YamlField field) {
        Map<String, CategorySet> sets = CategorySet.standard();
        field.fields().forEach((name, members) -> {
            if (sets.containsKey(name)) {
                members.reportKey(
                        FaultKind.DUPLICATE_NAME, "is the name of a category or given twice", "choose another name");
            }
            EnumSet<Category> categories = EnumSet.noneOf(Category.class);
            for (YamlField member : members.items()) {
                CategorySet set = sets.get(member.oneOf(FaultKind.UNKNOWN_CATEGORY_SET, sets.keySet()));
                categories.addAll(set == null ? List.of() : set.categories());
            }
            sets.put(name, new CategorySet(name, categories));
        });
        if (!sets.containsKey(PAY)) {
            if (field.exists()) {
                field.report(FaultKind.MISSING_FIELD, "has no set called pay", "add pay: [INCOME_WAGES, ...]");
            }
            sets.put(PAY, CategorySet.of(Category.INCOME_WAGES));
        }
        return sets;
    }

    private static Map<String, Service> services(YamlField field) {
        Map<String, Service> services = new LinkedHashMap<>();
        field.fields().forEach((merchant, service) -> {
            Map<String, YamlField> parts = service.fields(List.of("kind"), List.of("companion"));
            String companion =
                    parts.containsKey("companion") ? parts.get("companion").text() : "";
            services.put(merchant, new Service(merchant, parts.get("kind").text(), companion));
        });
        return services;
    }

    /** What sorts of service merchants offer. */
    public List<String> kindsOfService() {
        return services.values().stream().map(Service::kind).distinct().toList();
    }

    /** Every group of evidence, with the personas it belongs to. */
    public List<String> evidenceGroups() {
        List<String> groups = new ArrayList<>();
        personas.values().forEach(persona -> groups.addAll(persona.groups()));
        return groups.stream().distinct().toList();
    }
}
