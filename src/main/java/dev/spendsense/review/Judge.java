package dev.spendsense.review;

import dev.spendsense.bank.measure.Behavior;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RecommendationId;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Findings;
import dev.spendsense.findings.Firing;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.rules.RuleSource;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.rules.definitions.RuleFault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks the rules that are kept in the dataset again: whether other words for a piece of advice would pass, and which
 * rules brought about what was found. Reads the dataset for itself, since that takes long and nobody else should wait.
 */
final class Judge {

    private final Path file;
    private final Map<String, Causes> causes = new HashMap<>();
    private Optional<RuleBase> rules = Optional.empty();

    Judge(Path file) {
        this.file = file;
    }

    /**
     * The rules behind a user's findings at a look.
     *
     * @param asOf date of the look
     * @param advice names of the rules that drafted a piece of advice, by its code
     * @param personas names of the rules that met a persona's criterion or gave evidence for it, by persona
     */
    record Causes(LocalDate asOf, Map<String, Set<String>> advice, Map<String, Set<String>> personas) {}

    /**
     * How a piece of advice reads with other words, once they have passed everything that rule-written advice passes: the
     * checks of content, the replacement of phrases, and the guardrails, which judge it for this very user.
     *
     * @throws Refusal when it does not pass
     */
    synchronized Recommendation reworded(RecommendationId id, String title, String body) {
        try (Dataset dataset = Dataset.openUnmapped(file)) {
            RuleBase other = ruleBase(dataset).withWording(id.code(), title, body);
            Findings findings = other.evaluate(dataset.history(id.userId()), id.asOf());
            Optional<Blocked> blocked = findings.blocked().stream()
                    .filter(held -> held.code().equals(id.code()))
                    .findFirst();
            if (blocked.isPresent()) {
                throw new Refusal(
                        Refusal.Kind.HELD_BACK,
                        "body",
                        "a guardrail holds the text back: " + blocked.get().reason());
            }
            return findings.recommendations().stream()
                    .filter(advice -> advice.code().equals(id.code()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            Refusal.Kind.HELD_BACK,
                            "body",
                            "the rules do not give this advice to " + id.userId() + " with these words"));
        } catch (BrokenRules refused) {
            RuleFault fault = refused.faults().get(0);
            String field = fault.problem().contains(id.code() + ".title") ? "title" : "body";
            throw new Refusal(Refusal.Kind.HELD_BACK, field, fault.problem() + "; " + fault.remedy());
        } catch (RuleFailure | IllegalArgumentException unfit) {
            throw new Refusal(Refusal.Kind.HELD_BACK, "body", "the text cannot be filled in: " + unfit.getMessage());
        }
    }

    /** Whether the rules behind a user's findings have been asked for before. */
    synchronized boolean knows(String userId) {
        return causes.containsKey(userId);
    }

    /** The rules behind a user's findings at the latest look; judges the user again the first time. */
    synchronized Causes causes(Dataset dataset, String userId, LocalDate asOf) {
        Causes known = causes.get(userId);
        if (known == null || !known.asOf.equals(asOf)) {
            known = trace(dataset, userId, asOf);
            causes.put(userId, known);
        }
        return known;
    }

    private Causes trace(Dataset dataset, String userId, LocalDate asOf) {
        Behavior behavior = ruleBase(dataset).behavior(dataset.history(userId)).at(asOf);
        Findings findings = ruleBase(dataset).explain(behavior);
        Causes found = new Causes(asOf, new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Recommendation advice : findings.recommendations()) {
            String draft = advice.code() + " for " + advice.persona();
            found.advice.put(advice.code(), concluding(findings, draft, "recommendations"));
        }
        findings.personas().forEach(assigned -> {
            String persona = assigned.persona();
            Set<String> rules = concluding(findings, persona + " meets its criterion", "evidence");
            findings.evidence().stream()
                    .filter(evidence -> evidence.persona().equals(persona) && evidence.logOdds() > 0)
                    .map(evidence -> evidence.weight() + " for " + persona)
                    .forEach(given -> rules.addAll(concluding(findings, given, "evidence")));
            if (rules.isEmpty()) {
                String rank = persona + " at rank " + assigned.rank();
                rules.addAll(concluding(findings, rank, "personas"));
            }
            found.personas.put(persona, rules);
        });
        return found;
    }

    private static Set<String> concluding(Findings findings, String conclusion, String phase) {
        return findings.firings().stream()
                .filter(firing -> firing.phase().equals(phase))
                .filter(firing -> firing.conclusions().contains(conclusion))
                .map(Firing::rule)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private RuleBase ruleBase(Dataset dataset) {
        if (rules.isEmpty()) {
            RuleText kept = dataset.run()
                    .origin()
                    .rules()
                    .orElseThrow(() -> new Refusal(Refusal.Kind.UNKNOWN, "no rules have judged this dataset"));
            rules = Optional.of(RuleBase.load(RuleSource.of(kept.files()), CompiledStore.standard())
                    .with(kept.parameters().stream()
                            .collect(Collectors.toMap(RuleText.Parameter::name, RuleText.Parameter::value))));
        }
        return rules.get();
    }
}
