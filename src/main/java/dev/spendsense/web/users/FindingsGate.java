package dev.spendsense.web.users;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.findings.Findings;
import dev.spendsense.roster.Roster;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.twin.Twins;
import dev.spendsense.twin.WhatIf;
import dev.spendsense.workbench.explain.Explanation;
import dev.spendsense.workbench.explain.Flips;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The one way from what rules concluded about a user to an answer. It asks at every question whether the user consents
 * now; no other class of the service reads or derives findings of a user.
 */
public final class FindingsGate {

    private final Roster roster;

    FindingsGate(Roster roster) {
        this.roster = roster;
    }

    /** Whether findings about the user may be shown. */
    public boolean isOpenFor(String userId) {
        return roster.consents(userId);
    }

    /** The findings of a look; empty when there are none, or when the user does not consent. */
    public Optional<Findings> findings(Dataset dataset, String userId, LocalDate look) {
        return isOpenFor(userId) ? dataset.findings(userId, look) : Optional.empty();
    }

    /** The findings of all looks, by date; empty when the user does not consent. */
    public List<Findings> timeline(Dataset dataset, String userId) {
        return isOpenFor(userId) ? dataset.timeline(userId) : List.of();
    }

    /**
     * Why a user is judged so by some rules.
     *
     * @throws NoConsent when the user does not consent
     */
    public Explanation explanation(RuleBase rules, History history, LocalDate asOf) {
        require(history.customer().id());
        return Explanation.of(rules, history, asOf);
    }

    /**
     * What would have given a user a persona, or taken it.
     *
     * @param everything whether to try parameters and other histories too, which takes long
     * @throws NoConsent when the user does not consent
     */
    public Flips flips(RuleBase rules, History history, LocalDate asOf, String persona, boolean everything) {
        require(history.customer().id());
        return everything ? Flips.of(rules, history, asOf, persona) : Flips.ofSignals(rules, history, asOf, persona);
    }

    /**
     * A user's life beside the same life with one thing changed, and what the rules say of both.
     *
     * @throws NoConsent when the user does not consent
     */
    public Twins twins(Dataset dataset, String userId, WhatIf whatIf, Optional<String> every) {
        require(userId);
        return Twins.of(dataset, userId, whatIf, every);
    }

    /**
     * Refuses whatever is about to be told.
     *
     * @throws NoConsent when the user does not consent
     */
    public void require(String userId) {
        if (!isOpenFor(userId)) {
            throw new NoConsent(userId);
        }
    }
}
