package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.review.Review;
import dev.spendsense.review.ReviewTerms;
import dev.spendsense.review.audit.Actor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code erase USER}: takes what was found about one person out of a dataset. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Erases everything that rules found about one person: signals, personas, advice, and what was decided about it. "
                    + "Accounts and transactions stay; consent counts as revoked. The dataset is written anew under other "
                    + "fingerprints and takes the place of the old one at once. It cannot be undone; the audit log keeps that "
                    + "it was done."
        })
final class EraseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "USER", description = UserChoice.DESCRIPTION)
    private String user;

    @Mixin
    private DatasetOption dataset;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the audit log.")
    private String reason = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who does it (default: the name you are logged in with).")
    private String by = System.getProperty("user.name");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path file;
        String id;
        try (Dataset opened = dataset.open()) {
            file = opened.file();
            id = UserChoice.in(opened, user);
        }
        if (by.isBlank()) {
            throw new WrongInput("--by: expected a name");
        }
        try (Review review = Review.open(file, ReviewTerms.NONE, Clock.systemUTC())) {
            Review.Erased erased = review.erase(new Actor(by, "admin"), id, reason);
            out.println("Nothing that was found about " + id + " is left in " + file + ".");
            out.println("Fingerprints before  " + erased.before());
            out.println("Fingerprints now     " + erased.after());
            out.println("Entry " + erased.entry().sequence() + " of the audit log, head " + review.head());
        }
        return ExitCode.DONE;
    }
}
