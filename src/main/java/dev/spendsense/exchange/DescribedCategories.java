package dev.spendsense.exchange;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Transaction;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** What the descriptions in exported histories mean, as a file of patterns that {@link CategoryPatterns} reads. */
public final class DescribedCategories {

    /** YAML reads quoted texts as JSON writes them. */
    private static final JsonMapper QUOTES = JsonMapper.builder().build();

    private record Meaning(Category category, boolean in, AccountType account) {}

    private final Map<Meaning, TreeSet<String>> descriptions = new TreeMap<>(
            Comparator.comparing(Meaning::category).thenComparing(Meaning::in).thenComparing(Meaning::account));

    /** Adds the descriptions of a history. */
    public void add(History history) {
        for (Transaction it : history.transactions()) {
            Meaning meaning =
                    new Meaning(it.category(), it.amount() < 0, it.account().type());
            descriptions.computeIfAbsent(meaning, key -> new TreeSet<>()).add(it.merchant());
        }
    }

    /** The file's text. */
    public String yaml() {
        StringBuilder yaml = new StringBuilder("# What the descriptions of these customers mean.\npatterns:\n");
        descriptions.forEach((meaning, words) -> {
            yaml.append("  - category: ").append(meaning.category()).append('\n');
            yaml.append("    direction: ").append(meaning.in() ? "in" : "out").append('\n');
            yaml.append("    account: ")
                    .append(meaning.account().name().toLowerCase(Locale.ROOT))
                    .append('\n');
            yaml.append("    is:\n");
            words.forEach(word -> yaml.append("      - ")
                    .append(QUOTES.writeValueAsString(word))
                    .append('\n'));
        });
        return yaml + """
                otherwise:
                  in: TRANSFER_IN_OTHER_TRANSFER_IN
                  out: GENERAL_MERCHANDISE_OTHER_GENERAL_MERCHANDISE
                  tolerated_share: 0.2
                """;
    }
}
