package dev.spendsense.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * What a command said, and how it ended.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Cli(int code, String out, String err) {

    static Cli run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = SpendSense.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(words);
        return new Cli(code, out.toString(), err.toString());
    }

    /** Six people, half a year. */
    static Path smallDataset(Path folder) {
        Path file = folder.resolve("small.db");
        Cli made = run("generate", "demo", "--days", 180, "--out", file);
        if (made.code() != 0) {
            throw new AssertionError(made.err());
        }
        return file;
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
