package dev.spendsense.spark;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.rules.RuleFailure;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.run.NotContinued;
import dev.spendsense.scenario.InvalidScenario;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the programs of this room have in common: a session, exit codes, JSON. */
final class Program {

    private static final int WRONG_INPUT = 2;
    private static final int INTERNAL_ERROR = 3;
    private static final int HELP_WIDTH = 100;

    private Program() {}

    /** Runs a command, and ends the process unless all went well. */
    static void main(Callable<Integer> command, String... arguments) {
        int code = execute(command, utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int execute(Callable<Integer> command, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, err))
                .execute(arguments);
    }

    private static int explain(Exception failure, PrintWriter err) {
        if (failure instanceof InvalidScenario invalid) {
            invalid.faults().forEach(err::println);
            return WRONG_INPUT;
        }
        if (failure instanceof BrokenRules broken) {
            broken.faults().forEach(err::println);
            return WRONG_INPUT;
        }
        if (failure instanceof NotContinued || failure instanceof RuleFailure) {
            err.println(failure.getMessage());
            return WRONG_INPUT;
        }
        if (failure instanceof DatasetException obstacle && obstacle.reason() != DatasetException.Reason.NOT_WRITTEN) {
            err.println(failure.getMessage());
            return WRONG_INPUT;
        }
        if (failure instanceof IOException
                || failure instanceof DatasetException
                || failure instanceof CancellationException) {
            err.println(failure.getMessage());
            return INTERNAL_ERROR;
        }
        err.println("internal error: " + failure);
        failure.printStackTrace(err);
        return INTERNAL_ERROR;
    }

    /** The session of whoever submitted this, or else one on all processors of this machine. */
    static SparkSession session() {
        SparkConf conf = new SparkConf().setAppName("spendsense").set("spark.sql.datetime.java8API.enabled", "true");
        if (!conf.contains("spark.master")) {
            conf.setMaster("local[*]").set("spark.ui.enabled", "false").set("spark.driver.host", "localhost");
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }

    static void print(Record value, PrintWriter out) {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        out.println(mapper.writeValueAsString(value));
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
