package dev.spendsense.rules.facts;

import dev.spendsense.bank.measure.Card;
import dev.spendsense.bank.measure.Measure;
import dev.spendsense.bank.measure.Unit;
import dev.spendsense.findings.Binding;
import dev.spendsense.findings.Blocked;
import dev.spendsense.findings.Kind;
import dev.spendsense.findings.Recommendation;
import dev.spendsense.rules.definitions.ContentItem;
import dev.spendsense.rules.definitions.Definitions;
import dev.spendsense.rules.definitions.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Advice that guardrails and selection have yet to see. */
public final class Draft {

    private static final String PARAMETER = "param.";

    private final Definitions definitions;
    private final ContentItem item;
    private final String persona;
    private final int rank;
    private final List<Binding> bindings = new ArrayList<>();
    private String rationale;
    private String plainRationale;

    Draft(Definitions definitions, ContentItem item, String persona, int rank) {
        this.definitions = definitions;
        this.item = item;
        this.persona = persona;
        this.rank = rank;
    }

    public String code() {
        return item.code();
    }

    public String kind() {
        return item.kind() == Kind.EDUCATION ? "education" : "offer";
    }

    public String persona() {
        return persona;
    }

    /** What an offer sells, empty for education. */
    public String product() {
        return item.product();
    }

    /** Whether the product is of a kind that the bank has sworn off. */
    public boolean predatory() {
        return definitions.content().predatory().contains(item.product());
    }

    /** Fills a placeholder of the rationale with a measured value. */
    public Draft with(String placeholder, Measure measure) {
        return with(Binding.of(placeholder, measure));
    }

    /** Fills a placeholder with the name of a card. */
    public Draft with(String placeholder, Card card) {
        return with(Binding.of(placeholder, card.label(), "account " + card.id()));
    }

    /** Fills a placeholder with the name of a merchant. */
    public Draft with(String placeholder, Subscription subscription) {
        Binding name = Binding.of(placeholder, subscription.merchant(), "merchant");
        return with(new Binding(
                placeholder,
                name.text(),
                Double.NaN,
                name.unit(),
                name.origin(),
                List.of(subscription.series().source())));
    }

    private Draft with(Binding binding) {
        if (!item.placeholders().contains(binding.name())) {
            throw new IllegalArgumentException(
                    "the rationale of " + code() + " has no placeholder {" + binding.name() + "}");
        }
        bindings.add(binding);
        return this;
    }

    /** Whether this is good advice for anybody, and so given only where there is too little of the user's own. */
    public boolean generic() {
        return item.personas().isEmpty();
    }

    /** Whether title, body or rationale use these words, in any case of letters. */
    public boolean says(String words) {
        return item.plainText().contains(words) || plainRationale().contains(words);
    }

    /** Whether title, body or rationale use words that must not be said, in any case of letters. */
    public boolean unsayable() {
        return item.unsayable() || definitions.content().unsayable(plainRationale());
    }

    /**
     * What comes first: what is generic comes last, then by rank of the persona, then by priority, then by code and, to
     * leave nothing to chance, by words.
     */
    static int foremostFirst(Draft one, Draft other) {
        int order = Boolean.compare(one.generic(), other.generic());
        order = order != 0 ? order : Integer.compare(one.rank, other.rank);
        order = order != 0 ? order : Integer.compare(one.item.priority(), other.item.priority());
        order = order != 0 ? order : one.code().compareTo(other.code());
        return order != 0 ? order : one.rationale().compareTo(other.rationale());
    }

    /** Holds this advice back. */
    public Blocked blocked(String reason) {
        return new Blocked(item.kind(), code(), persona, reason);
    }

    /** The finished advice. */
    Recommendation recommendation() {
        return new Recommendation(
                item.kind(),
                code(),
                persona,
                item.priority(),
                fill(item.title()),
                fill(item.body()),
                rationale(),
                bindings,
                definitions.content().disclosure());
    }

    @Override
    public String toString() {
        return kind() + " " + code() + " for " + persona;
    }

    private String rationale() {
        if (rationale == null) {
            rationale = definitions.content().polite(fill(item.rationale()));
        }
        return rationale;
    }

    private String plainRationale() {
        if (plainRationale == null) {
            plainRationale = rationale().toLowerCase(Locale.ROOT);
        }
        return plainRationale;
    }

    private String fill(String template) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        StringBuilder text = new StringBuilder(template.length() + 40);
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            text.append(template, from, open).append(filling(template.substring(open + 1, close)));
            from = close + 1;
        }
        return text.append(template, from, template.length()).toString();
    }

    private String filling(String placeholder) {
        if (placeholder.startsWith(PARAMETER)) {
            Parameter parameter = definitions.parameters().get(placeholder.substring(PARAMETER.length()));
            return parameter.unit().format(parameter.value());
        }
        for (Binding binding : bindings) {
            if (binding.name().equals(placeholder)) {
                if (binding.unit().filter(unit -> unit != Unit.FLAG).isPresent() && Double.isNaN(binding.value())) {
                    throw new IllegalStateException(
                            "the rationale of " + code() + " quotes an unknown value: {" + placeholder + "}");
                }
                return binding.text();
            }
        }
        throw new IllegalStateException("the rationale of " + code() + " needs {" + placeholder + "}");
    }
}
