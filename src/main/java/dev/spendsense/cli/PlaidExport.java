package dev.spendsense.cli;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.Dataset;
import dev.spendsense.exchange.CarriedSignals;
import dev.spendsense.exchange.CategoryPatterns;
import dev.spendsense.exchange.DescribedCategories;
import dev.spendsense.exchange.HistoryAssembly;
import dev.spendsense.exchange.Remarks;
import dev.spendsense.exchange.plaid.PlaidFile;
import dev.spendsense.exchange.plaid.SandboxUser;
import dev.spendsense.rules.RuleBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes users of a dataset as custom users of Plaid's Sandbox, and says what that form does not carry. */
final class PlaidExport {

    private static final String CATEGORIES = "categories.yaml";

    private final Path folder;
    private final boolean uncut;
    private final RuleBase rules;
    private final List<UserJson> written = new ArrayList<>();

    /** @param carried null for a user who does not consent and is not judged */
    record UserJson(String userId, int transactions, int leftOut, LocalDate from, int bytes, CarriedSignals carried) {}

    record OutcomeJson(String folder, String format, List<UserJson> users) {}

    /** @param uncut whether users are written whole although the Sandbox may refuse them */
    PlaidExport(Path folder, boolean uncut, RuleBase rules) {
        this.folder = folder;
        this.uncut = uncut;
        this.rules = rules;
    }

    /** Writes every user, or nothing; the folder must be empty, or not there, unless it may be overwritten. */
    OutcomeJson write(Dataset dataset, boolean force) {
        try (UnfinishedFolder unfinished = UnfinishedFolder.create(folder, force)) {
            DescribedCategories categories = new DescribedCategories();
            List<String> users = dataset.userIds();
            for (String user : users) {
                categories.add(dataset.history(user));
            }
            Files.writeString(unfinished.file(CATEGORIES), categories.yaml());
            CategoryPatterns patterns = CategoryPatterns.read(unfinished.file(CATEGORIES));
            for (String user : users) {
                write(dataset.history(user), patterns, unfinished);
            }
            unfinished.publish();
        } catch (IOException e) {
            throw new WrongInput(folder + " cannot be written: " + e.getMessage());
        }
        return new OutcomeJson(folder.toString(), "plaid", written);
    }

    private void write(History history, CategoryPatterns patterns, UnfinishedFolder unfinished) throws IOException {
        SandboxUser user = uncut ? SandboxUser.whole(history) : SandboxUser.withinLimits(history);
        String id = history.customer().id();
        Path file = folder.resolve(id + ".json");
        Files.writeString(unfinished.file(id + ".json"), user.json());
        CarriedSignals carried = null;
        if (history.customer().consent()) {
            Remarks remarks = new Remarks(file.toString());
            History again = HistoryAssembly.of(
                    PlaidFile.read(id, file.toString(), user.json(), remarks),
                    Optional.of(history.asOf()),
                    history.asOf(),
                    patterns,
                    remarks);
            carried = CarriedSignals.of(rules.evaluate(history), rules.evaluate(again));
        }
        written.add(new UserJson(id, user.transactions(), user.leftOut(), user.from(), user.bytes(), carried));
    }

    static List<String> lines(OutcomeJson outcome) {
        List<String> lines = new ArrayList<>();
        TextTable table = new TextTable("  ", "lrrrll");
        table.row("User", "transactions", "left out", "bytes", "from", "personas that are lost");
        Map<String, Integer> unknown = new TreeMap<>();
        Map<String, Integer> changed = new TreeMap<>();
        int cut = 0;
        for (UserJson user : outcome.users) {
            cut += user.leftOut > 0 ? 1 : 0;
            String lost = user.carried == null
                    ? "not judged"
                    : user.carried.personasLost().isEmpty() ? "" : String.join(", ", user.carried.personasLost());
            table.row(user.userId, user.transactions, user.leftOut, user.bytes, user.from, lost);
            if (user.carried != null) {
                user.carried.unknown().forEach(signal -> unknown.merge(signal, 1, Integer::sum));
                user.carried.changed().forEach(signal -> changed.merge(signal, 1, Integer::sum));
            }
        }
        lines.addAll(table.lines());
        lines.add("");
        lines.add("  " + outcome.folder + ": " + outcome.users.size() + " custom Sandbox users and " + CATEGORIES);
        if (cut > 0) {
            lines.add("  warning: " + cut + " of them are cut to their latest days, since the Sandbox takes about 250"
                    + " transactions or 55 KB a user");
        }
        lines.addAll(signals("cannot be measured from these files: ", unknown));
        lines.addAll(signals("come out otherwise: ", changed));
        return lines;
    }

    private static List<String> signals(String what, Map<String, Integer> users) {
        if (users.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        users.forEach((signal, count) ->
                words.add(String.format(Locale.ROOT, "%s of %d %s", signal, count, count == 1 ? "user" : "users")));
        return WrappedText.lines("  " + what, String.join(", ", words));
    }
}
