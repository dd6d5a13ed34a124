package dev.spendsense.cli;

import dev.spendsense.bank.Account;
import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.History;
import dev.spendsense.bank.Money;
import dev.spendsense.bank.measure.CategorySet;
import dev.spendsense.bank.measure.Source;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.rules.definitions.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What something was measured from, in words. */
final class SourceWords {

    private static final int MOST_NAMED = 3;

    private final History history;
    private final Map<Set<Category>, String> sets = new HashMap<>();

    /**
     * @param rules whose vocabulary names sets of categories
     */
    SourceWords(History history, RuleText rules) {
        this(history, Vocabulary.read(rules.files().getOrDefault(Vocabulary.FILE, ""), new ArrayList<>()));
    }

    /**
     * @param vocabulary names sets of categories
     */
    SourceWords(History history, Vocabulary vocabulary) {
        this.history = history;
        vocabulary.categorySets().values().forEach(set -> sets.putIfAbsent(set.categories(), words(set.name())));
    }

    /** Which transactions, of which days, how many, and how much came in or went out in all. */
    String of(Source source) {
        List<String> words = new ArrayList<>();
        words.add(categories(source.categories()));
        if (!source.merchants().isEmpty()) {
            words.add("at " + named(source.merchants()));
        }
        words.add("on " + accounts(source.accounts()));
        if (!source.narrowed().isEmpty()) {
            words.add("(" + source.narrowed() + ")");
        }
        words.add(source.from() + " to " + source.to() + ":");
        words.add(String.format(Locale.ROOT, "%,d transaction%s,", source.count(), source.count() == 1 ? "" : "s"));
        words.add(Money.exact(Math.abs(source.sum())) + (source.sum() < 0 ? " in" : " out"));
        return String.join(" ", words);
    }

    private String categories(Set<Category> categories) {
        if (categories.isEmpty()) {
            return "everything";
        }
        String known = sets.get(categories);
        if (known != null) {
            return known;
        }
        List<String> parts = new ArrayList<>();
        Set<Category> rest = EnumSet.copyOf(categories);
        for (Category.Primary group : Category.Primary.values()) {
            Set<Category> members = CategorySet.of(group).categories();
            if (rest.containsAll(members)) {
                parts.add(words(group.name()));
                rest.removeAll(members);
            }
        }
        rest.forEach(category -> parts.add(words(category.name())));
        return named(parts);
    }

    private String accounts(List<String> ids) {
        List<Account> accounts = history.accounts().stream()
                .filter(account -> ids.contains(account.id()))
                .toList();
        if (accounts.size() == history.accounts().size()) {
            return "all accounts";
        }
        boolean deposits = accounts.stream().allMatch(account -> account.type().isDeposit());
        long all = history.accounts().stream()
                .filter(account -> account.type().isDeposit())
                .count();
        return deposits && accounts.size() > 1 && accounts.size() == all
                ? "checking and savings"
                : named(accounts.stream().map(SourceWords::account).toList());
    }

    private static String account(Account account) {
        AccountType type = account.type();
        return (type.isDeposit() ? words(type.name()) : "card") + " …" + account.mask();
    }

    private static String named(Collection<String> names) {
        String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
        return names.size() <= MOST_NAMED ? first : first + " and " + (names.size() - MOST_NAMED) + " more";
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
