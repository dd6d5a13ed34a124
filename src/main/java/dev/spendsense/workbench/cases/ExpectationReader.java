package dev.spendsense.workbench.cases;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.workbench.cases.Expectations.OfPersona;
import dev.spendsense.workbench.cases.Expectations.OfSignal;
import dev.spendsense.workbench.cases.Expectations.Reading;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.Yaml.Items;
import dev.spendsense.yaml.YamlFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is expected; every name must be one that the rules know. */
final class ExpectationReader {

    private static final Pattern SIGNAL = Pattern.compile("([a-z0-9_]+)(?: ([1-9][0-9]{0,3})d)?");
    private static final double ANY = 1e12;
    private static final Map<String, Reading> READINGS = new LinkedHashMap<>();

    static {
        READINGS.put("detected", Reading.DETECTED);
        READINGS.put("not detected", Reading.NOT_DETECTED);
        READINGS.put("unknown", Reading.UNKNOWN);
    }

    private final Collection<String> signals;
    private final List<Integer> windows;
    private final Collection<String> personas;
    private final Collection<String> codes;
    private final Collection<String> rules;

    ExpectationReader(RuleBase rules) {
        this.signals = rules.definitions().vocabulary().signals().keySet();
        this.windows = rules.definitions().vocabulary().windows();
        this.personas = rules.definitions().vocabulary().personas().keySet();
        this.codes = rules.definitions().content().items().keySet();
        this.rules = rules.ruleNames();
    }

    Form<String> rule() {
        return Sentence.known(rules);
    }

    /** What a block of {@code expect} says; nothing when there is none. */
    Expectations read(YamlFields parent) {
        if (!parent.has("expect")) {
            return Expectations.NONE;
        }
        YamlFields fields = parent.block("expect");
        List<OfSignal> ofSignals = fields.has("signals") ? signals(fields.block("signals")) : List.of();
        Optional<List<String>> all = Optional.empty();
        Map<String, OfPersona> ofPersonas = Map.of();
        if (fields.holdsList("personas")) {
            all = Optional.of(fields.list("personas", Sentence.known(personas)));
        } else if (fields.has("personas")) {
            ofPersonas = personas(fields.block("personas"));
        }
        List<String> absentSignals = List.of();
        List<String> absentPersonas = List.of();
        List<String> absentAdvice = List.of();
        if (fields.has("absent")) {
            YamlFields absent = fields.block("absent");
            absentSignals = names(absent, "signals", signals);
            absentPersonas = names(absent, "personas", personas);
            absentAdvice = names(absent, "advice", codes);
            absent.end();
        }
        Map<String, String> advice = texts(fields, "advice");
        Map<String, String> blocked = texts(fields, "blocked");
        Set<String> because = new LinkedHashSet<>(names(fields, "because", rules));
        Set<String> silent = new LinkedHashSet<>(names(fields, "silent", rules));
        fields.end();
        return new Expectations(
                ofSignals,
                ofPersonas,
                all,
                absentSignals,
                absentPersonas,
                absentAdvice,
                advice,
                blocked,
                because,
                silent);
    }

    private static List<String> names(YamlFields fields, String key, Collection<String> known) {
        return fields.has(key) ? fields.list(key, Sentence.known(known)) : List.of();
    }

    /** Codes with a fragment each, or just a list of codes. */
    private Map<String, String> texts(YamlFields fields, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (fields.holdsList(key)) {
            names(fields, key, codes).forEach(code -> texts.put(code, ""));
        } else if (fields.has(key)) {
            texts.putAll(fields.block(key).values(Sentence.known(codes), Sentence.fragment()));
        }
        return texts;
    }

    private List<OfSignal> signals(YamlFields block) {
        List<OfSignal> expected = new ArrayList<>();
        Form<String> name = new Form<>(
                yaml -> Form.scalar(yaml).filter(this::isSignal),
                wrong -> Form.closest(wrong == null ? "" : wrong.brief().replaceFirst(" .*", ""), signals)
                        + ", alone or with a window such as " + windows.get(0) + "d",
                "");
        for (String key : block.keys()) {
            Matcher parts = SIGNAL.matcher(key);
            boolean fits = parts.matches();
            String type = fits ? parts.group(1) : key;
            OptionalInt days = fits && parts.group(2) != null
                    ? OptionalInt.of(Integer.parseInt(parts.group(2)))
                    : OptionalInt.empty();
            expected.add(block.holdsBlock(key) ? measured(type, days, block.block(key)) : read(type, days, block, key));
        }
        block.values(name, Form.of("", "", yaml -> Optional.of("")));
        return expected;
    }

    private boolean isSignal(String text) {
        Matcher parts = SIGNAL.matcher(text);
        return parts.matches()
                && signals.contains(parts.group(1))
                && (parts.group(2) == null || windows.contains(Integer.parseInt(parts.group(2))));
    }

    private static OfSignal read(String type, OptionalInt days, YamlFields block, String key) {
        Form<Double> number = Form.number(-ANY, ANY);
        Form<OfSignal> form = Form.of(
                "detected, not detected, unknown, a number, or {value: ..., within: ..., detected: ...}",
                new OfSignal(type, days, Optional.empty(), OptionalDouble.empty(), 0),
                yaml -> Form.scalar(yaml)
                        .map(READINGS::get)
                        .map(reading -> new OfSignal(type, days, Optional.of(reading), OptionalDouble.empty(), 0))
                        .or(() -> number.parse()
                                .apply(yaml)
                                .map(value ->
                                        new OfSignal(type, days, Optional.empty(), OptionalDouble.of(value), 0))));
        return block.get(key, form);
    }

    private static OfSignal measured(String type, OptionalInt days, YamlFields fields) {
        OptionalDouble value = fields.has("value")
                ? OptionalDouble.of(fields.get("value", Form.number(-ANY, ANY)))
                : OptionalDouble.empty();
        double within = fields.get("within", Form.number(0, ANY), 0.0);
        Optional<Reading> reading = fields.has("detected")
                ? Optional.of(fields.get("detected", Form.flag()) ? Reading.DETECTED : Reading.NOT_DETECTED)
                : Optional.empty();
        fields.end();
        return new OfSignal(type, days, reading, value, within);
    }

    private Map<String, OfPersona> personas(YamlFields block) {
        Map<String, OfPersona> expected = new LinkedHashMap<>();
        block.blocks(Sentence.known(personas)).forEach((name, fields) -> {
            boolean assigned = fields.get("assigned", Form.flag(), true);
            OptionalInt rank =
                    fields.has("rank") ? OptionalInt.of(fields.get("rank", Form.count(1, 99))) : OptionalInt.empty();
            double[] range = fields.get("confidence", CONFIDENCE, new double[] {0, 1});
            fields.end();
            expected.put(name, new OfPersona(assigned, rank, range[0], range[1]));
        });
        return expected;
    }

    private static final Form<double[]> CONFIDENCE =
            Form.of("[low, high], each from 0 to 1, low first", new double[] {0, 1}, yaml -> {
                if (!(yaml instanceof Items pair) || pair.items().size() != 2) {
                    return Optional.empty();
                }
                Form<Double> share = Form.share();
                return share.parse()
                        .apply(pair.items().get(0))
                        .flatMap(low -> share.parse()
                                .apply(pair.items().get(1))
                                .filter(high -> low <= high)
                                .map(high -> new double[] {low, high}));
            });
}
