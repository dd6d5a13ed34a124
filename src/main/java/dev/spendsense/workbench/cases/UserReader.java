package dev.spendsense.workbench.cases;

import dev.spendsense.bank.AccountType;
import dev.spendsense.bank.Category;
import dev.spendsense.bank.Channel;
import dev.spendsense.bank.Transaction;
import dev.spendsense.workbench.cases.WrittenUser.Line;
import dev.spendsense.workbench.cases.WrittenUser.Manner;
import dev.spendsense.workbench.cases.WrittenUser.Move;
import dev.spendsense.workbench.cases.WrittenUser.Payment;
import dev.spendsense.workbench.cases.WrittenUser.Posting;
import dev.spendsense.workbench.cases.WrittenUser.WrittenAccount;
import dev.spendsense.workbench.cases.WrittenUser.WrittenCard;
import dev.spendsense.workbench.cases.WrittenUser.WrittenStatement;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.Yaml.Place;
import dev.spendsense.yaml.YamlFields;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads users written by hand, laying them over the ones that they are like. */
final class UserReader {

    private static final double MOST = 100_000_000;
    private static final Pattern ARROW = Pattern.compile("([a-z][a-z0-9_]*) -> ([a-z][a-z0-9_]*)");
    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,2})(d|w)");
    private static final int MONTH = 0;
    private static final List<String> ADDED = List.of("like", "days", "annual_income", "age", "region");

    private final Map<Object, Place> places = new IdentityHashMap<>();

    /** Where a part of a user that was read here stands. */
    Optional<Place> place(Object part) {
        return Optional.ofNullable(places.get(part));
    }

    /** The user that is like another one but for what the fields say; accounts and cards by name, lines are added. */
    WrittenUser read(YamlFields fields, WrittenUser base) {
        ADDED.forEach(fields::has);
        Map<String, WrittenAccount> accounts = new LinkedHashMap<>(base.accounts());
        Map<String, WrittenCard> cards = new LinkedHashMap<>(base.cards());
        if (fields.has("accounts")) {
            YamlFields block = fields.block("accounts");
            for (String name : block.keys()) {
                accounts.put(name, account(block, name, accounts.get(name)));
            }
            block.values(Form.name(), Form.of("", "", yaml -> Optional.of("")));
        }
        if (fields.has("cards")) {
            fields.block("cards")
                    .blocks(Form.name())
                    .forEach((name, block) -> cards.put(name, card(block, name, cards.get(name))));
        }
        List<Line> lines = new ArrayList<>(base.lines());
        fields.items("transactions").forEach(line -> lines.add(line(line)));
        return new WrittenUser(
                fields.get("days", Form.count(1, 3_660), base.days()),
                fields.get("annual_income", Form.money(0, MOST), base.annualIncome()),
                fields.get("age", Form.count(18, 120), base.age()),
                fields.get("region", Sentence.words(), base.region()),
                accounts,
                cards,
                lines);
    }

    private WrittenAccount account(YamlFields block, String name, WrittenAccount base) {
        Form<Long> money = Form.money(-MOST, MOST);
        boolean saves = name.contains("savings");
        WrittenAccount usual = base != null
                ? base
                : new WrittenAccount(saves ? AccountType.SAVINGS : AccountType.CHECKING, title(name), 0, 0);
        WrittenAccount account;
        if (block.holdsBlock(name)) {
            YamlFields fields = block.block(name);
            account = new WrittenAccount(
                    fields.get(
                            "type",
                            Sentence.either("checking", AccountType.CHECKING, "savings", AccountType.SAVINGS),
                            usual.type()),
                    fields.get("title", Sentence.words(), usual.title()),
                    base == null ? fields.get("balance", money) : fields.get("balance", money, base.balance()),
                    fields.get("rate", Form.percentInBasisPoints(), usual.rateBasisPoints()));
            fields.end();
        } else {
            account = new WrittenAccount(usual.type(), usual.title(), block.get(name, money), usual.rateBasisPoints());
        }
        places.put(account, block.at(name));
        return account;
    }

    private WrittenCard card(YamlFields fields, String name, WrittenCard base) {
        Form<Long> money = Form.money(0, MOST);
        List<WrittenStatement> statements = new ArrayList<>();
        fields.items("statements").forEach(each -> statements.add(statement(each)));
        boolean derived = statements.isEmpty();
        WrittenCard usual = base != null
                ? base
                : new WrittenCard(title(name), 0, 0, 0, OptionalLong.empty(), 1, 0, Payment.NOTHING, List.of());
        boolean fresh = base == null;
        WrittenCard card = new WrittenCard(
                fields.get("title", Sentence.words(), usual.title()),
                fresh ? fields.get("limit", money) : fields.get("limit", money, usual.limit()),
                fields.get("apr", Form.percentInBasisPoints(), fresh ? 21_99 : usual.aprBasisPoints()),
                fields.get("owed", money, usual.owed()),
                fields.has("statement") ? OptionalLong.of(fields.get("statement", money)) : usual.statement(),
                fields.get("closes", Form.count(1, 28), usual.closes()),
                fields.get("interest", money, usual.interest()),
                payment(fields, fresh && derived, usual.pays()),
                derived ? usual.statements() : statements);
        fields.end();
        places.put(card, fields.at());
        return card;
    }

    private static Payment payment(YamlFields fields, boolean required, Payment usual) {
        Optional<Day> until =
                fields.has("pays_until") ? Optional.of(fields.get("pays_until", Day.form())) : usual.until();
        if (!required && !fields.has("pays")) {
            return new Payment(usual.manner(), usual.amount(), until);
        }
        Form<Payment> form = Form.of(
                "full, minimum, nothing, or dollars to pay on every statement",
                Payment.NOTHING,
                yaml -> Form.scalar(yaml).flatMap(text -> switch (text) {
                    case "full" -> Optional.of(new Payment(Manner.FULL, OptionalLong.empty(), until));
                    case "minimum" -> Optional.of(new Payment(Manner.MINIMUM, OptionalLong.empty(), until));
                    case "nothing" -> Optional.of(Payment.NOTHING);
                    default ->
                        Form.money(0.01, MOST)
                                .parse()
                                .apply(yaml)
                                .map(cents -> new Payment(Manner.FIXED, OptionalLong.of(cents), until));
                }));
        return fields.get("pays", form);
    }

    private WrittenStatement statement(YamlFields fields) {
        Form<Long> money = Form.money(-MOST, MOST);
        WrittenStatement statement = new WrittenStatement(
                fields.get("closed", Day.form()),
                fields.has("balance") ? OptionalLong.of(fields.get("balance", money)) : OptionalLong.empty(),
                fields.has("minimum") ? OptionalLong.of(fields.get("minimum", money)) : OptionalLong.empty(),
                fields.has("due") ? Optional.of(fields.get("due", Day.form())) : Optional.empty());
        fields.end();
        places.put(statement, fields.at());
        return statement;
    }

    private Line line(YamlFields fields) {
        Schedule when = schedule(fields);
        Line line;
        if (fields.has("move")) {
            String[] ends = fields.get(
                    "move",
                    Form.of(
                            "ACCOUNT -> ACCOUNT, such as checking -> savings",
                            new String[] {"", ""},
                            yaml -> Form.scalar(yaml)
                                    .map(ARROW::matcher)
                                    .filter(Matcher::matches)
                                    .map(arrow -> new String[] {arrow.group(1), arrow.group(2)})));
            line = new Move(when, ends[0], ends[1], fields.get("amount", Form.money(0.01, MOST)));
        } else {
            line = new Posting(
                    when,
                    fields.get("account", Form.name(), ""),
                    fields.get("amount", Form.money(-MOST, MOST)),
                    fields.get("merchant", Sentence.words()),
                    fields.get("category", CATEGORY),
                    fields.has("channel")
                            ? Optional.of(fields.get("channel", Form.choice(Channel.class)))
                            : Optional.empty(),
                    fields.get("time", MINUTE, Transaction.NO_TIME));
        }
        fields.end();
        places.put(line, fields.at());
        return line;
    }

    private static final Form<Category> CATEGORY = Form.oneOf(Arrays.stream(Category.values())
            .collect(Collectors.toMap(Category::name, Function.identity(), (a, b) -> a, LinkedHashMap::new)));

    private static final Form<Integer> MINUTE = Form.of(
            "a time of day like \"23:15\"",
            Transaction.NO_TIME,
            yaml -> Form.scalar(yaml).flatMap(text -> {
                try {
                    return Optional.of(LocalTime.parse(text).toSecondOfDay() / 60);
                } catch (DateTimeException noTime) {
                    return Optional.empty();
                }
            }));

    private static Schedule schedule(YamlFields fields) {
        if (!fields.has("every")) {
            if (fields.holdsList("on")) {
                return new Schedule.On(fields.list("on", Day.form()));
            }
            return new Schedule.On(List.of(fields.get("on", Day.form())));
        }
        Form<Integer> length = Form.of(
                "days like 14d, weeks like 2w, or month",
                1,
                yaml -> Form.scalar(yaml).flatMap(UserReader::length));
        int days = fields.get("every", length);
        Optional<Day> from = fields.has("from") ? Optional.of(fields.get("from", Day.form())) : Optional.empty();
        Optional<Day> until = fields.has("until") ? Optional.of(fields.get("until", Day.form())) : Optional.empty();
        return days == MONTH
                ? new Schedule.Monthly(fields.get("on", Form.count(1, 31)), from, until)
                : new Schedule.Every(days, from, until);
    }

    private static Optional<Integer> length(String text) {
        Matcher days = LENGTH.matcher(text);
        if (text.equals("month")) {
            return Optional.of(MONTH);
        }
        return days.matches()
                ? Optional.of(Integer.parseInt(days.group(1)) * (days.group(2).equals("w") ? 7 : 1))
                : Optional.empty();
    }

    /** {@code Visa Platinum} for {@code visa_platinum}. */
    static String title(String name) {
        return Arrays.stream(name.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
