package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.formats.FolderExport;
import dev.spendsense.dataset.formats.FolderTarget.Existing;
import dev.spendsense.dataset.formats.Format;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export [DATASET]}: a dataset for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a dataset as a folder of files that other programs read. Parquet and JSON lines hold all of it; import "
                    + "makes the same dataset of them again."
        })
final class ExportCommand implements Callable<Integer> {

    /** What a dataset can be written as. */
    enum Kind {
        PARQUET,
        CSV,
        JSONL,
        PLAID
    }

    @Parameters(
            paramLabel = "DATASET",
            arity = "0..1",
            description = "The dataset to export (default: data/spendsense.db).")
    private Path dataset = DatasetOption.DEFAULT;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "parquet, csv, jsonl, or plaid: a custom user of Plaid's Sandbox each.")
    private Kind format;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "DIR",
            description = "The folder to write; made if it is not there.")
    private Path out;

    @Option(
            names = {"-f", "--force"},
            description = "Replace a dataset that is in the folder already.")
    private boolean force;

    @Option(
            names = "--uncut",
            description = "With plaid: write users whole, although the Sandbox takes some 250 transactions only.")
    private boolean uncut;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "With plaid: the rules that show what the files carry (default: rules/).")
    private Path rules;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter printer = spec.commandLine().getOut();
        if (format == Kind.PLAID) {
            return exportPlaid(printer);
        }
        if (uncut || rules != null) {
            throw new WrongInput("--uncut and --rules: expected with --format plaid");
        }
        Existing existing = force ? Existing.REPLACE : Existing.REFUSE;
        try (Dataset open = Dataset.open(dataset)) {
            Format tables = Format.valueOf(format.name());
            FolderJson written = FolderJson.of(out, FolderExport.write(open, folder.target(out, tables, existing)));
            if (json) {
                Json.print(written, printer);
            } else {
                written.lines().forEach(printer::println);
            }
        }
        return ExitCode.DONE;
    }

    private int exportPlaid(PrintWriter printer) {
        RuleFolder ruleFolder = rules != null ? new RuleFolder(rules) : RuleFolder.usual();
        try (Dataset open = Dataset.open(dataset)) {
            PlaidExport.OutcomeJson written = new PlaidExport(out, uncut, ruleFolder.load()).write(open, force);
            if (json) {
                Json.print(written, printer);
            } else {
                PlaidExport.lines(written).forEach(printer::println);
            }
        }
        return ExitCode.DONE;
    }
}
