package dev.spendsense.exchange.csv;

import dev.spendsense.bank.AccountType;
import dev.spendsense.exchange.Declaration;
import dev.spendsense.exchange.UnusableFile;
import dev.spendsense.yaml.Faults;
import dev.spendsense.yaml.Form;
import dev.spendsense.yaml.YamlFields;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a CSV file holds what.
 *
 * @param delimiter between fields
 * @param decimalComma whether amounts are written as in {@code 1.234,50}
 * @param date column of the posting date
 * @param dateFormat how dates are written
 * @param amount column of signed amounts; empty where money in and money out have columns of their own
 * @param outIsPositive whether a positive signed amount leaves the account
 * @param moneyIn column of amounts that arrive
 * @param moneyOut column of amounts that leave
 * @param description column of the other party
 * @param category column of Plaid's detailed categories
 * @param currency column of ISO 4217 codes
 * @param accountColumn column that says which account it is; empty where all lines are of one
 * @param accounts accounts by what that column holds
 */
public record CsvMapping(
        char delimiter,
        boolean decimalComma,
        String date,
        DateTimeFormatter dateFormat,
        Optional<String> amount,
        boolean outIsPositive,
        Optional<String> moneyIn,
        Optional<String> moneyOut,
        String description,
        Optional<String> category,
        Optional<String> currency,
        Optional<String> accountColumn,
        Map<String, CsvAccount> accounts) {

    private static final double MOST_DOLLARS = 1e9;

    /**
     * An account of the file; amounts in cents, at the end of the file.
     *
     * @param aprBasisPoints of a card
     */
    public record CsvAccount(
            AccountType type,
            String name,
            Optional<Long> balance,
            Optional<Long> limit,
            Optional<Integer> aprBasisPoints) {}

    private enum Sign {
        OUT,
        IN
    }

    private enum Decimal {
        POINT,
        COMMA
    }

    /**
     * Reads a mapping.
     *
     * @throws UnusableFile with a line for everything that is wrong with it
     */
    public static CsvMapping read(Path file) {
        return Declaration.read(file, CsvMapping::read);
    }

    private static CsvMapping read(YamlFields fields, Faults faults) {
        Form<DateTimeFormatter> format = Form.of(
                "a date format such as yyyy-MM-dd or dd.MM.yyyy",
                DateTimeFormatter.ISO_LOCAL_DATE,
                yaml -> Form.scalar(yaml).flatMap(CsvMapping::dateFormat));
        Form<String> text = Form.text();
        YamlFields columns = fields.block("columns");
        Optional<String> amount = columns.optional("amount", text);
        Optional<String> in = columns.optional("money_in", text);
        Optional<String> out = columns.optional("money_out", text);
        if (amount.isPresent() == (in.isPresent() || out.isPresent())) {
            faults.add(columns.at(), "columns", "either amount, or money_in and money_out");
        }
        CsvMapping mapping = new CsvMapping(
                fields.get("delimiter", text, ",").charAt(0),
                fields.get("decimal", Form.choice(Decimal.class), Decimal.POINT) == Decimal.COMMA,
                columns.get("date", text),
                fields.get("date_format", format, DateTimeFormatter.ISO_LOCAL_DATE),
                amount,
                fields.get("positive", Form.choice(Sign.class), Sign.IN) == Sign.OUT,
                in,
                out,
                columns.get("description", text),
                columns.optional("category", text),
                columns.optional("currency", text),
                columns.optional("account", text),
                accounts(fields.block("accounts")));
        columns.end();
        fields.end();
        if (mapping.accounts.isEmpty() || mapping.accounts.size() > 1 && mapping.accountColumn.isEmpty()) {
            faults.add(fields.at("accounts"), mapping.accounts.size() + " accounts", "one account, or columns.account");
        }
        return mapping;
    }

    private static Map<String, CsvAccount> accounts(YamlFields fields) {
        Map<String, CsvAccount> accounts = new LinkedHashMap<>();
        fields.blocks(Form.text()).forEach((key, account) -> {
            accounts.put(
                    key,
                    new CsvAccount(
                            account.get("type", Form.choice(AccountType.class)),
                            account.get("name", Form.text(), key),
                            account.optional("balance", Form.money(-MOST_DOLLARS, MOST_DOLLARS)),
                            account.optional("limit", Form.money(1, MOST_DOLLARS)),
                            account.optional("apr", Form.percentInBasisPoints())));
            account.end();
        });
        return accounts;
    }

    private static Optional<DateTimeFormatter> dateFormat(String pattern) {
        try {
            return Optional.of(DateTimeFormatter.ofPattern(pattern, java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
