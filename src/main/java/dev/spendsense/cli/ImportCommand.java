package dev.spendsense.cli;

import dev.spendsense.dataset.RunRecord;
import dev.spendsense.dataset.formats.FolderReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import DIR}: an exported dataset becomes a dataset again. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a dataset of a folder of Parquet files or JSON lines, the same as it was exported from: every user's "
                    + "fingerprint is computed anew and compared."
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "A folder that export, or generate --format, wrote.")
    private Path folder;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "The dataset to write.")
    private Path out;

    @Option(
            names = {"-f", "--force"},
            description = "Replace a dataset that is there already.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunRecord run = FolderReader.open(folder).into(out, force);
        TextTable facts = new TextTable("  ", "ll");
        facts.row(
                "Dataset",
                out + String.format(Locale.ROOT, ", %,d users", run.counts().get("users")));
        facts.row("Fingerprint", "data     " + run.fingerprint());
        run.findingsFingerprint().ifPresent(found -> facts.row("", "findings " + found));
        facts.lines().forEach(spec.commandLine().getOut()::println);
        return ExitCode.DONE;
    }
}
