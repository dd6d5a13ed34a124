package dev.spendsense.roster;

import dev.spendsense.bank.Band;
import dev.spendsense.bank.Customer;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.PersonaAssignment;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.findings.Signal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A user as the roster ought to know one, put together from what the dataset says of that user alone. */
record Person(
        Customer customer,
        boolean consent,
        Map<Field, Set<String>> values,
        Map<Figure, Double> figures,
        String primary) {

    static Person read(Dataset dataset, String userId, LocalDate look, Decisions decisions) {
        Customer customer = dataset.customer(userId);
        boolean consent = customer.consent();
        String said = null;
        for (Standing.Change change : decisions.since(0)) {
            if (change instanceof Standing.Change.Consent given
                    && given.userId().equals(userId)) {
                consent = given.given();
            }
            if (change instanceof Standing.Change.Persona persona
                    && persona.userId().equals(userId)) {
                said = persona.persona().orElse(null);
            }
        }
        Map<Field, Set<String>> values = new EnumMap<>(Field.class);
        Stream.of(Field.values()).forEach(field -> values.put(field, new HashSet<>()));
        values.get(Field.CONSENT).add(String.valueOf(consent));
        values.get(Field.REGION).add(customer.region());
        values.get(Field.AGE_BAND).add(Band.ofAge(customer.age()).name());
        values.get(Field.INCOME_BAND).add(Band.ofIncome(customer.annualIncome()).name());
        dataset.groundTruth(userId).episodes().stream()
                .filter(episode -> !look.isBefore(episode.from()) && !look.isAfter(episode.to()))
                .forEach(episode -> values.get(Field.PROFILE).add(episode.profile()));
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.AGE, (double) customer.age());
        figures.put(Figure.ANNUAL_INCOME_CENTS, (double) customer.annualIncome());
        Optional<Findings> findings = dataset.findings(userId, look);
        if (consent && findings.isPresent()) {
            addFindings(findings.get(), said, decisions, values, figures);
        }
        String primary = values.get(Field.PERSONA).stream().findFirst().orElse(null);
        return new Person(customer, consent, values, figures, primary);
    }

    private static void addFindings(
            Findings findings,
            String said,
            Decisions decisions,
            Map<Field, Set<String>> values,
            Map<Figure, Double> figures) {
        findings.personas().forEach(persona -> values.get(Field.ANY_PERSONA).add(persona.persona()));
        Optional<PersonaAssignment> first = findings.personas().stream()
                .filter(persona -> persona.rank() == 1)
                .findFirst();
        if (said != null) {
            values.get(Field.PERSONA).add(said);
            values.get(Field.ANY_PERSONA).add(said);
        } else {
            first.ifPresent(persona -> {
                values.get(Field.PERSONA).add(persona.persona());
                figures.put(Figure.CONFIDENCE, persona.confidence());
            });
        }
        values.get(Field.SIGNAL)
                .addAll(findings.signals().stream()
                        .filter(Signal::detected)
                        .map(Signal::type)
                        .collect(Collectors.toSet()));
        for (Recommendation advice : findings.recommendations()) {
            values.get(Field.RECOMMENDATION).add(advice.code());
            values.get(Field.KIND).add(advice.kind().name().toLowerCase(Locale.ROOT));
            RecommendationId id = new RecommendationId(findings.userId(), advice.code(), findings.asOf());
            String status = decisions.undecided();
            for (Standing.Change change : decisions.since(0)) {
                if (change instanceof Standing.Change.Decision decision
                        && decision.advice().equals(id)) {
                    status = decision.status();
                }
            }
            values.get(Field.STATUS).add(status);
        }
        figures.put(Figure.BEHAVIORS, (double) values.get(Field.SIGNAL).size());
        figures.put(Figure.RECOMMENDATIONS, (double) findings.recommendations().size());
    }

    boolean meets(Filter filter) {
        return meetsAllBut(null, filter);
    }

    boolean meetsAllBut(Field except, Filter filter) {
        return filter.conditions().stream().allMatch(condition -> {
            if (condition instanceof Filter.AnyOf anyOf) {
                return anyOf.field() == except || anyOf.values().stream().anyMatch(values.get(anyOf.field())::contains);
            }
            if (condition instanceof Filter.Matches matches) {
                String text = matches.text().toLowerCase(Locale.ROOT);
                return customer.name().toLowerCase(Locale.ROOT).contains(text)
                        || customer.id().contains(text);
            }
            Filter.Between between = (Filter.Between) condition;
            Double figure = figures.get(between.figure());
            return figure != null && figure >= between.least() && figure <= between.most();
        });
    }

    Comparable<?> value(SortKey.Column column) {
        return switch (column) {
            case USER_ID -> customer.id();
            case NAME -> customer.name();
            case REGION -> customer.region();
            case PERSONA -> primary;
            default -> figures.get(Figure.valueOf(column.name()));
        };
    }

    static List<Person> everybody(Dataset dataset, LocalDate look, Decisions decisions) {
        return dataset.userIds().stream()
                .map(id -> read(dataset, id, look, decisions))
                .toList();
    }
}
