package dev.spendsense.workbench.impact;

import dev.spendsense.bank.Customer;
import dev.spendsense.findings.Findings;
import dev.spendsense.report.study.Look;
import dev.spendsense.report.study.Persona;
import dev.spendsense.report.study.Study;
import dev.spendsense.report.study.Subject;
import dev.spendsense.report.study.Testimony;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.simulation.Life;
import java.util.List;

/** Lives that were judged once and kept nowhere, as reports want to see them. */
public final class Studies {

    private Studies() {}

    /** A customer with a single look. */
    public static Subject subject(Life life, Findings findings) {
        Customer customer = life.history().customer();
        return new Subject(
                0,
                customer.age(),
                customer.region(),
                customer.annualIncome(),
                life.history().from(),
                life.truth(),
                List.of(new Look(findings.asOf(), findings.personas())));
    }

    /** Customers whom these rules have judged; nothing is known of single pieces of evidence. */
    public static Study of(RuleBase rules, List<Subject> subjects) {
        List<Persona> personas = rules.definitions().vocabulary().personas().values().stream()
                .map(persona -> new Persona(
                        persona.name(), persona.title(), !persona.groups().isEmpty()))
                .toList();
        return new Study(personas, subjects, new Testimony());
    }
}
