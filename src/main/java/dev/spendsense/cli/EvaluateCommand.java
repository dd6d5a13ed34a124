package dev.spendsense.cli;

import dev.spendsense.bank.History;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.exchange.CategoryPatterns;
import dev.spendsense.exchange.HistoryAssembly;
import dev.spendsense.exchange.OutsideCustomer;
import dev.spendsense.exchange.Remark;
import dev.spendsense.exchange.Remarks;
import dev.spendsense.exchange.UnusableFile;
import dev.spendsense.exchange.csv.CsvFile;
import dev.spendsense.exchange.csv.CsvMapping;
import dev.spendsense.exchange.plaid.PlaidFile;
import dev.spendsense.findings.Findings;
import dev.spendsense.json.FindingsJson;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.run.KeptRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate FILE|DIR}: the rules on customers that others describe. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Judges customers from files in Plaid's form, a custom Sandbox user or answers of its API, or from CSV with a "
                    + "mapping. What a file does not tell is unknown; what could not be used is listed."
        })
final class EvaluateCommand implements Callable<Integer> {

    private static final String CATEGORIES = "categories.yaml";
    private static final int MOST_REMARKS = 12;

    @Parameters(
            paramLabel = "FILE|DIR",
            description =
                    "A file, or a folder of which each .json file (with --mapping, each .csv file) is a customer.")
    private Path input;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Judge as of this day (default: that of the latest transaction).")
    private String asOf;

    @Option(names = "--rules", paramLabel = "DIR", description = "The folder of rules (default: rules/).")
    private Path rules;

    @Option(names = "--mapping", paramLabel = "FILE", description = "Which column of a CSV file holds what, as YAML.")
    private Path mapping;

    @Option(
            names = "--categories",
            paramLabel = "FILE",
            description = {
                "What descriptions mean where a file has no categories, as YAML (default: " + CATEGORIES
                        + " beside the file, else rules/imports/" + CATEGORIES + ")."
            })
    private Path categories;

    @Option(names = "--full", description = "Show everything that was concluded, and every remark.")
    private boolean full;

    @Option(names = "--json", description = "Print findings and remarks as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** A customer who was judged. */
    private record Judged(Path file, History history, Findings findings, List<Remark> remarks) {}

    /** What scripts read. */
    record EvaluationJson(List<CustomerJson> customers) {}

    record CustomerJson(
            String file, String customer, LocalDate from, LocalDate asOf, FindingsJson findings, List<Remark> remarks) {

        private static CustomerJson of(Judged judged) {
            return new CustomerJson(
                    judged.file.toString(),
                    judged.history.customer().id(),
                    judged.history.from(),
                    judged.history.asOf(),
                    FindingsJson.of(judged.findings),
                    judged.remarks);
        }
    }

    @Override
    public Integer call() {
        Optional<LocalDate> date = date();
        List<Path> files = files();
        CategoryPatterns patterns = CategoryPatterns.read(categories());
        Optional<CsvMapping> columns = Optional.ofNullable(mapping).map(CsvMapping::read);
        RuleBase ruleBase = (rules != null ? new RuleFolder(rules) : RuleFolder.usual()).load();
        List<Judged> judged = new ArrayList<>();
        for (Path file : files) {
            Remarks remarks = new Remarks(file.toString());
            History history =
                    HistoryAssembly.of(customer(file, columns, remarks), date, LocalDate.now(), patterns, remarks);
            judged.add(new Judged(file, history, ruleBase.evaluate(history), remarks.all()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(new EvaluationJson(judged.stream().map(CustomerJson::of).toList()), out);
        } else {
            RuleText text = KeptRules.of(ruleBase);
            judged.forEach(it -> print(it, text, out));
        }
        return ExitCode.DONE;
    }

    private void print(Judged judged, RuleText text, PrintWriter out) {
        History history = judged.history;
        out.println(history.customer().name() + ", " + judged.file);
        out.println("  " + history.accounts().size() + " accounts, "
                + history.transactions().size() + " transactions, " + history.from() + " to " + history.asOf());
        new FindingsScreen(judged.findings, history, text, full).lines().forEach(out::println);
        out.println();
        out.println("Remarks");
        judged.remarks.stream()
                .limit(full ? Long.MAX_VALUE : MOST_REMARKS)
                .forEach(remark -> out.println("  " + remark));
        if (!full && judged.remarks.size() > MOST_REMARKS) {
            out.println("  and " + (judged.remarks.size() - MOST_REMARKS) + " more; --full shows them");
        }
        out.println();
    }

    private OutsideCustomer customer(Path file, Optional<CsvMapping> columns, Remarks remarks) {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UnusableFile(file + " is not UTF-8");
        } catch (IOException e) {
            throw new UnusableFile(file + " cannot be read: " + e.getMessage());
        }
        String name = file.getFileName().toString();
        String id = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return columns.isPresent()
                ? CsvFile.read(id, file.toString(), text, columns.get(), remarks)
                : PlaidFile.read(id, file.toString(), text, remarks);
    }

    private List<Path> files() {
        if (Files.isRegularFile(input)) {
            return List.of(input);
        }
        if (!Files.isDirectory(input)) {
            throw new WrongInput("there is no file or folder " + input);
        }
        String ending = mapping == null ? ".json" : ".csv";
        try (Stream<Path> files = Files.list(input)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new WrongInput(input + " has no " + ending + " file");
            }
            return found;
        } catch (IOException e) {
            throw new WrongInput(input + " cannot be read: " + e.getMessage());
        }
    }

    private Path categories() {
        if (categories != null) {
            return categories;
        }
        Path folder = Files.isDirectory(input) ? input : input.toAbsolutePath().getParent();
        Path beside = folder.resolve(CATEGORIES);
        if (Files.exists(beside)) {
            return beside;
        }
        Path here = Path.of("rules", "imports", CATEGORIES);
        return Files.exists(here)
                ? here
                : Path.of(System.getProperty("spendsense.home", "")).resolve(here);
    }

    private Optional<LocalDate> date() {
        try {
            return Optional.ofNullable(asOf).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new WrongInput("--as-of: expected a date such as 2026-07-15, not " + asOf);
        }
    }
}
