package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.review.audit.AuditLog;
import dev.spendsense.review.audit.Head;
import dev.spendsense.review.audit.OperationsException;
import dev.spendsense.review.audit.Verification;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit verify DATASET}: whether the log is as it was written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Walks along the hash chain of a dataset's audit log and names the first entry that was altered or is missing. "
                    + "Entries cut off at the end are found with --head, the head that an earlier call has printed."
        },
        footer = {"", "Exit codes: 0 the log is whole, 1 it is not, 2 there is no log."})
final class AuditVerifyCommand implements Callable<Integer> {

    private static final String LOG = ".ops.db";

    @Parameters(
            paramLabel = "DATASET",
            arity = "0..1",
            description =
                    "The dataset (default: data/spendsense.db), or a log itself: the server's data/server.ops.db, or that of a "
                            + "removed dataset in data/deleted.")
    private Path dataset = DatasetOption.DEFAULT;

    @Option(
            names = "--head",
            paramLabel = "NUMBER:HASH",
            description = "A head that was noted before and has to be on the chain still.")
    private String head;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = String.valueOf(dataset.getFileName()).endsWith(LOG) ? dataset : Dataset.operationsFile(dataset);
        if (!Files.isRegularFile(file)) {
            throw new WrongInput("nothing was ever done to " + dataset + ": there is no file " + file);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (AuditLog log = AuditLog.open(file, Clock.systemUTC())) {
            Verification found = log.verify(pinned());
            if (found.holds()) {
                out.printf("The log is whole: %,d entries.%n", found.entries());
                out.println("Head " + found.head());
                return ExitCode.DONE;
            }
            out.println(
                    "The log is broken at entry " + found.fault().orElseThrow().sequence() + ": "
                            + found.fault().orElseThrow().problem() + ".");
            return ExitCode.CHECK_FAILED;
        } catch (OperationsException e) {
            if (e.reason() != OperationsException.Reason.DAMAGED) {
                throw e;
            }
            out.println("The log is broken: " + e.getMessage() + ".");
            return ExitCode.CHECK_FAILED;
        }
    }

    private Optional<Head> pinned() {
        if (head == null) {
            return Optional.empty();
        }
        return Optional.of(Head.parse(head)
                .orElseThrow(() -> new WrongInput(
                        "--head: expected a number and 64 hexadecimal digits, such as 17:5e0c..., not " + head)));
    }
}
