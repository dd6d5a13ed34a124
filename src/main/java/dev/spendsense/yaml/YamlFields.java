package dev.spendsense.yaml;

import dev.spendsense.yaml.Yaml.Block;
import dev.spendsense.yaml.Yaml.Items;
import dev.spendsense.yaml.Yaml.Member;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.Yaml.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * The fields of one block, read by name. What does not fit becomes a fault and a harmless value, so that the rest is
 * read all the same. Whoever has read a block calls {@link #end()}, which reports the keys that nobody asked for.
 */
public final class YamlFields {

    private final Block block;
    private final Faults faults;
    private final boolean partial;
    private final Set<String> known = new LinkedHashSet<>();

    private YamlFields(Block block, Faults faults, boolean partial) {
        this.block = block;
        this.faults = faults;
        this.partial = partial;
    }

    public static YamlFields of(Block block, Faults faults) {
        return new YamlFields(block, faults, false);
    }

    /**
     * The fields of a text; empty when it holds no block of them, which is a fault then.
     *
     * @param expected what should be in the text
     */
    public static Optional<YamlFields> read(Place origin, String text, String expected, Faults faults) {
        Optional<Yaml> document = YamlParser.parse(origin, text, faults);
        if (document.isPresent() && document.get() instanceof Block block) {
            return Optional.of(of(block, faults));
        }
        document.ifPresent(other -> faults.add(other.at(), other.brief(), expected));
        return Optional.empty();
    }

    /** Fields of which any may be missing. */
    public static YamlFields partial(Block block, Faults faults) {
        return new YamlFields(block, faults, true);
    }

    /**
     * The same fields with others beneath them, which show where these have none.
     *
     * @param overlay lays its second block over its first
     */
    public YamlFields over(Block lower, BinaryOperator<Block> overlay) {
        return new YamlFields(overlay.apply(lower, block), faults, partial);
    }

    /** The same fields, of which any may be missing. */
    public YamlFields partial() {
        return partial(block, faults);
    }

    /** These fields over those of another block; see {@link #over(Block, BinaryOperator)}. */
    public YamlFields over(YamlFields lower, BinaryOperator<Block> overlay) {
        return over(lower.block, overlay);
    }

    /** Whether fields may be missing, so that what is there does not make a whole. */
    public boolean isPartial() {
        return partial;
    }

    public boolean has(String key) {
        known.add(key);
        return block.members().containsKey(key);
    }

    public <T> T get(String key, Form<T> form) {
        if (!has(key)) {
            missing(key, form.expected().apply(null));
            return form.fallback();
        }
        return read(block.members().get(key).value(), form);
    }

    public <T> T get(String key, Form<T> form, T whenAbsent) {
        return has(key) ? get(key, form) : whenAbsent;
    }

    /** What a key holds that need not be there. */
    public <T> Optional<T> optional(String key, Form<T> form) {
        return has(key) ? Optional.of(get(key, form)) : Optional.empty();
    }

    /** The fields of a block; when it is missing or something else, of an empty one that reports no more faults. */
    public YamlFields block(String key) {
        if (!has(key)) {
            missing(key, "a block of fields");
            return partial(new Block(place(key), Map.of()), faults);
        }
        return inner(block.members().get(key).value());
    }

    /** All keys as blocks of their own, in the order of the file. */
    public Map<String, YamlFields> blocks(Form<String> name) {
        Map<String, YamlFields> blocks = new LinkedHashMap<>();
        block.members().forEach((key, member) -> {
            known.add(key);
            checkKey(key, member, name);
            blocks.put(key, inner(member.value()));
        });
        return blocks;
    }

    /** A list of blocks, in the order of the file; none when it is missing. */
    public List<YamlFields> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(block.members().get(key).value() instanceof Items list)) {
            reject(key, "a list of blocks of fields");
            return List.of();
        }
        return list.items().stream().map(this::inner).toList();
    }

    /** The keys in the order of the file, which by that are not asked for yet. */
    public Set<String> keys() {
        return block.members().keySet();
    }

    /** Whether a field is there and a block of fields. */
    public boolean holdsBlock(String key) {
        return has(key) && block.members().get(key).value() instanceof Block;
    }

    /** Whether a field is there and a list. */
    public boolean holdsList(String key) {
        return has(key) && block.members().get(key).value() instanceof Items;
    }

    /** Where the block begins. */
    public Place at() {
        return block.at();
    }

    /** Where a field stands, or would have to. */
    public Place at(String key) {
        Member member = block.members().get(key);
        return member == null ? place(key) : member.key();
    }

    /** All keys with a value each, in the order of the file. */
    public <T> Map<String, T> values(Form<String> name, Form<T> form) {
        Map<String, T> values = new LinkedHashMap<>();
        block.members().forEach((key, member) -> {
            known.add(key);
            checkKey(key, member, name);
            values.put(key, read(member.value(), form));
        });
        return Collections.unmodifiableMap(values);
    }

    /** The keys that nobody has asked for yet, with a value each, in the order of the file. */
    public <T> Map<String, T> otherValues(Form<String> name, Form<T> form) {
        Map<String, Member> others = new LinkedHashMap<>(block.members());
        others.keySet().removeAll(known);
        return new YamlFields(new Block(block.at(), others), faults, partial).values(name, form);
    }

    /** Options as keys with weights that are not negative; those of weight 0 are left out, one at least must remain. */
    public <T> Map<T, Double> weights(String key, Form<T> option) {
        int before = faults.reports();
        Map<T, Double> weights = new LinkedHashMap<>();
        YamlFields fields = block(key);
        fields.block.members().forEach((name, member) -> {
            T choice = read(new Value(member.key(), name, true), option);
            double weight = read(member.value(), Form.weight());
            if (weight > 0) {
                weights.put(choice, weight);
            }
        });
        if (weights.isEmpty()) {
            if (faults.reports() == before && !(partial && !has(key))) {
                reject(key, "at least one weight above 0");
            }
            weights.put(option.fallback(), 1.0);
        }
        return weights;
    }

    /** A list of at least one, each item once. */
    public <T> List<T> list(String key, Form<T> item) {
        if (!has(key)) {
            missing(key, "a list");
            return List.of();
        }
        if (!(block.members().get(key).value() instanceof Items list)
                || list.items().isEmpty()) {
            reject(key, "a list of at least one");
            return List.of();
        }
        Set<T> distinct = new LinkedHashSet<>();
        for (Yaml each : list.items()) {
            int before = faults.reports();
            T value = read(each, item);
            if (!distinct.add(value) && faults.reports() == before) {
                faults.add(each.at(), each.brief(), "each item once");
            }
        }
        return List.copyOf(distinct);
    }

    /** A list of at least one, repetitions allowed. */
    public <T> List<T> sequence(String key, Form<T> item) {
        boolean some = has(key)
                && block.members().get(key).value() instanceof Items list
                && !list.items().isEmpty();
        if (!some) {
            reject(key, "a list of at least one");
            return List.of();
        }
        return list(key, ((Items) block.members().get(key).value()).items().size(), item);
    }

    /** A list of exactly so many, repetitions allowed. */
    public <T> List<T> list(String key, int size, Form<T> item) {
        if (!has(key)) {
            missing(key, "a list of " + size);
            return Collections.nCopies(size, item.fallback());
        }
        if (!(block.members().get(key).value() instanceof Items list)
                || list.items().size() != size) {
            reject(key, "a list of " + size + ", each " + item.expected().apply(null));
            return Collections.nCopies(size, item.fallback());
        }
        List<T> values = new ArrayList<>();
        list.items().forEach(each -> values.add(read(each, item)));
        return List.copyOf(values);
    }

    /** Reports what stands in a field, although its form is right. */
    public void reject(String key, String expected) {
        Member member = block.members().get(key);
        if (member == null) {
            faults.add(place(key), "missing", expected);
        } else {
            faults.add(member.value().at(), member.value().brief(), expected);
        }
    }

    /** Reports something about the block as a whole. */
    public void rejectAll(String found, String expected) {
        faults.add(block.at(), found, expected);
    }

    /** Whether the file has any key here. */
    public boolean isEmpty() {
        return block.members().isEmpty();
    }

    /** Reports the keys that nobody asked for. */
    public void end() {
        block.members().forEach((key, member) -> {
            if (!known.contains(key)) {
                faults.add(member.key(), "unknown key", Form.closest(key, known));
            }
        });
    }

    private <T> T read(Yaml value, Form<T> form) {
        return form.parse().apply(value).orElseGet(() -> {
            faults.add(value.at(), value.brief(), form.expected().apply(value));
            return form.fallback();
        });
    }

    private YamlFields inner(Yaml value) {
        if (value instanceof Block inner) {
            return new YamlFields(inner, faults, partial);
        }
        faults.add(value.at(), value.brief(), "a block of fields");
        return partial(new Block(value.at(), Map.of()), faults);
    }

    private void checkKey(String key, Member member, Form<String> name) {
        Value value = new Value(member.key(), key, true);
        if (name.parse().apply(value).isEmpty()) {
            faults.add(member.key(), key, name.expected().apply(value));
        }
    }

    private void missing(String key, String expected) {
        if (!partial) {
            faults.add(place(key), "missing", expected);
        }
    }

    private Place place(String key) {
        return block.at().field(key);
    }
}
