package dev.spendsense.exchange;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.YamlFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What descriptions on statements mean: a declared list of words and the categories they stand for. The first entry that
 * fits counts. Whole descriptions are looked up before words within them.
 */
public final class CategoryPatterns {

    private static final Map<String, Category> CATEGORIES = Arrays.stream(Category.values())
            .collect(Collectors.toMap(Category::name, it -> it, (one, other) -> one, LinkedHashMap::new));

    /** Which way money moves. */
    private enum Direction {
        IN,
        OUT
    }

    private record Pattern(
            String words, Optional<Direction> direction, Optional<AccountType> account, Category category) {

        boolean fits(long amount, AccountType type) {
            return direction.map(it -> (it == Direction.IN) == (amount < 0)).orElse(true)
                    && account.map(it -> it == type).orElse(true);
        }
    }

    private final Map<String, List<Pattern>> whole = new HashMap<>();
    private final List<Pattern> within = new ArrayList<>();
    private final Category unknownIn;
    private final Category unknownOut;
    private final double tolerated;

    private CategoryPatterns(Category unknownIn, Category unknownOut, double tolerated) {
        this.unknownIn = unknownIn;
        this.unknownOut = unknownOut;
        this.tolerated = tolerated;
    }

    /**
     * Reads a file of patterns.
     *
     * @throws UnusableFile with a line for everything that is wrong with it
     */
    public static CategoryPatterns read(Path file) {
        return Declaration.read(file, (fields, faults) -> read(fields));
    }

    private static CategoryPatterns read(YamlFields fields) {
        Form<Category> category = Form.oneOf(CATEGORIES);
        YamlFields otherwise = fields.block("otherwise");
        CategoryPatterns patterns = new CategoryPatterns(
                otherwise.get("in", category),
                otherwise.get("out", category),
                otherwise.get("tolerated_share", Form.share()));
        otherwise.end();
        for (YamlFields item : fields.items("patterns")) {
            Category meant = item.get("category", category);
            Optional<Direction> direction = item.optional("direction", Form.choice(Direction.class));
            Optional<AccountType> account = item.optional("account", Form.choice(AccountType.class));
            if (item.has("is")) {
                for (String words : item.list("is", Form.text())) {
                    patterns.whole
                            .computeIfAbsent(plain(words), key -> new ArrayList<>())
                            .add(new Pattern(plain(words), direction, account, meant));
                }
            } else {
                for (String words : item.list("contains", Form.text())) {
                    patterns.within.add(new Pattern(plain(words), direction, account, meant));
                }
            }
            item.end();
        }
        fields.end();
        return patterns;
    }

    /** The category of a description; empty when no pattern fits. */
    Optional<Category> of(String description, long amount, AccountType account) {
        String plain = plain(description);
        for (Pattern pattern : whole.getOrDefault(plain, List.of())) {
            if (pattern.fits(amount, account)) {
                return Optional.of(pattern.category());
            }
        }
        String padded = " " + plain + " ";
        return within.stream()
                .filter(pattern -> padded.contains(" " + pattern.words()) && pattern.fits(amount, account))
                .map(Pattern::category)
                .findFirst();
    }

    /** What a transaction without a category counts as. */
    Category otherwise(long amount) {
        return amount < 0 ? unknownIn : unknownOut;
    }

    /** Up to which share of transactions without a category sums by category still mean something, 0 to 1. */
    double tolerated() {
        return tolerated;
    }

    /** Statements print the same name in many ways: case and punctuation do not count. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("['’`.]", "")
                .replaceAll("[^\\p{L}\\p{N}+]+", " ")
                .strip();
    }
}
