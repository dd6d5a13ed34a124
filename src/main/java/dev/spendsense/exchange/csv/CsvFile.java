package dev.spendsense.exchange.csv;

import dev.spendsense.bank.Category;
import dev.spendsense.exchange.OutsideCustomer;
import dev.spendsense.exchange.OutsideCustomer.OutsideAccount;
import dev.spendsense.exchange.OutsideCustomer.OutsideTransaction;
import dev.spendsense.exchange.Remarks;
import dev.spendsense.exchange.UnusableFile;
import dev.spendsense.exchange.csv.CsvMapping.CsvAccount;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a customer from a CSV file by a mapping. */
public final class CsvFile {

    private static final String USUAL_CURRENCY = "USD";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private final CsvMapping mapping;
    private final Remarks remarks;

    private CsvFile(CsvMapping mapping, Remarks remarks) {
        this.mapping = mapping;
        this.remarks = remarks;
    }

    /**
     * Reads a file.
     *
     * @param id how to call the customer
     * @param text the whole file
     * @param remarks are told what could not be used
     * @throws UnusableFile when it lacks a column that the mapping names
     */
    public static OutsideCustomer read(String id, String file, String text, CsvMapping mapping, Remarks remarks) {
        return new CsvFile(mapping, remarks).read(id, file, text);
    }

    private OutsideCustomer read(String id, String file, String text) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(mapping.delimiter())
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<OutsideTransaction> transactions = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(plain), format)) {
            requireColumns(parser.getHeaderNames(), file);
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord line = records.next();
                transaction(line, "line " + parser.getCurrentLineNumber()).ifPresent(transactions::add);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new UnusableFile(file + " is not readable as CSV: " + e.getMessage());
        }
        return new OutsideCustomer(id, "", accounts(transactions), transactions);
    }

    private void requireColumns(List<String> header, String file) {
        List<String> wanted = new ArrayList<>(List.of(mapping.date(), mapping.description()));
        mapping.amount().ifPresent(wanted::add);
        mapping.moneyIn().ifPresent(wanted::add);
        mapping.moneyOut().ifPresent(wanted::add);
        mapping.category().ifPresent(wanted::add);
        mapping.currency().ifPresent(wanted::add);
        mapping.accountColumn().ifPresent(wanted::add);
        wanted.removeAll(header);
        if (!wanted.isEmpty()) {
            throw new UnusableFile(file + ": line 1: no column " + String.join(", ", wanted) + "; it has "
                    + String.join(", ", header));
        }
    }

    private Optional<OutsideTransaction> transaction(CSVRecord line, String pointer) {
        if (!line.isConsistent()) {
            remarks.add(pointer, "", line.size() + " fields", "expected as many as the header has; left out");
            return Optional.empty();
        }
        String account = mapping.accountColumn()
                .map(line::get)
                .orElseGet(() -> mapping.accounts().keySet().iterator().next());
        Optional<LocalDate> date = date(line.get(mapping.date()), pointer);
        OptionalLong amount = amount(line, pointer);
        if (date.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        if (amount.getAsLong() == 0) {
            remarks.add(pointer, "amount", "0", "moves nothing; left out");
            return Optional.empty();
        }
        String currency = mapping.currency()
                .map(line::get)
                .filter(told -> !told.isBlank())
                .orElse(USUAL_CURRENCY);
        return Optional.of(new OutsideTransaction(
                pointer,
                "",
                account,
                date.get(),
                amount.getAsLong(),
                currency.toUpperCase(Locale.ROOT),
                line.get(mapping.description()),
                mapping.category().flatMap(column -> category(line.get(column), column, pointer)),
                Optional.empty()));
    }

    private Optional<LocalDate> date(String text, String pointer) {
        try {
            return Optional.of(LocalDate.parse(text, mapping.dateFormat()));
        } catch (DateTimeException e) {
            remarks.add(
                    pointer, mapping.date(), text, "expected a date as the mapping writes it; the line is left out");
            return Optional.empty();
        }
    }

    /** Positive when money leaves the account. */
    private OptionalLong amount(CSVRecord line, String pointer) {
        if (mapping.amount().isPresent()) {
            String column = mapping.amount().get();
            OptionalLong amount = cents(line.get(column), column, pointer);
            return amount.isEmpty() || mapping.outIsPositive() ? amount : OptionalLong.of(-amount.getAsLong());
        }
        String in = mapping.moneyIn().map(line::get).orElse("");
        String out = mapping.moneyOut().map(line::get).orElse("");
        if (in.isBlank() == out.isBlank()) {
            remarks.add(pointer, "amount", in + "|" + out, "expected money in or money out; the line is left out");
            return OptionalLong.empty();
        }
        OptionalLong amount = out.isBlank()
                ? cents(in, mapping.moneyIn().get(), pointer)
                : cents(out, mapping.moneyOut().get(), pointer);
        if (amount.isEmpty()) {
            return amount;
        }
        long size = Math.abs(amount.getAsLong());
        return OptionalLong.of(out.isBlank() ? -size : size);
    }

    private OptionalLong cents(String text, String column, String pointer) {
        String digits = text.replaceAll("[\\s$€£]", "");
        digits = mapping.decimalComma() ? digits.replace(".", "").replace(',', '.') : digits.replace(",", "");
        if (digits.startsWith("(") && digits.endsWith(")")) {
            digits = "-" + digits.substring(1, digits.length() - 1);
        }
        try {
            BigDecimal number = new BigDecimal(digits);
            if (number.abs().compareTo(MOST) < 0) {
                return OptionalLong.of(number.movePointRight(2)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact());
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Said below.
        }
        remarks.add(pointer, column, text, "expected an amount; the line is left out");
        return OptionalLong.empty();
    }

    private Optional<Category> category(String told, String column, String pointer) {
        for (Category category : Category.values()) {
            if (category.name().equals(told)) {
                return Optional.of(category);
            }
        }
        if (!told.isBlank()) {
            remarks.add(pointer, column, told, "is not in the taxonomy; taken as missing");
        }
        return Optional.empty();
    }

    /** An account's currency is that of most of its lines; the same rule as for the file. */
    private List<OutsideAccount> accounts(List<OutsideTransaction> transactions) {
        List<OutsideAccount> accounts = new ArrayList<>();
        mapping.accounts().forEach((key, account) -> accounts.add(account(key, account, currency(key, transactions))));
        return accounts;
    }

    private static String currency(String account, List<OutsideTransaction> transactions) {
        return transactions.stream()
                .filter(it -> it.account().equals(account))
                .collect(java.util.stream.Collectors.groupingBy(
                        OutsideTransaction::currency, java.util.TreeMap::new, java.util.stream.Collectors.counting()))
                .entrySet()
                .stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(USUAL_CURRENCY);
    }

    private static OutsideAccount account(String key, CsvAccount account, String currency) {
        return new OutsideAccount(
                "accounts." + key,
                key,
                account.type(),
                account.name(),
                key.length() > 4 ? key.substring(key.length() - 4) : key,
                currency,
                account.balance().map(OptionalLong::of).orElse(OptionalLong.empty()),
                account.limit().map(OptionalLong::of).orElse(OptionalLong.empty()),
                account.aprBasisPoints().map(OptionalInt::of).orElse(OptionalInt.empty()),
                Optional.empty());
    }
}
