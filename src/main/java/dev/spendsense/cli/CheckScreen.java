package dev.spendsense.cli;

import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.workbench.check.CheckReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a check found, for people: each fault below its place, with the line it is about. */
final class CheckScreen {

    private static final int WIDEST = 150;

    private final Path folder;
    private final CheckReport report;

    CheckScreen(Path folder, CheckReport report) {
        this.folder = folder;
        this.report = report;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (RuleFault fault : report.faults()) {
            add(fault, lines);
        }
        lines.add(summary());
        return lines;
    }

    private void add(RuleFault fault, List<String> lines) {
        lines.add(folder.resolve(fault.file())
                + (fault.line() > 0 ? ":" + fault.line() + (fault.column() > 0 ? ":" + fault.column() : "") : "")
                + (fault.isError() ? ": error: " : ": warning: ")
                + fault.problem());
        excerpt(fault, lines);
        if (!fault.remedy().isEmpty()) {
            lines.add("  " + fault.remedy());
        }
        lines.add("  [" + fault.kind().code() + "]" + (fault.rule().isEmpty() ? "" : " rule \"" + fault.rule() + "\""));
        lines.add("");
    }

    private void excerpt(RuleFault fault, List<String> lines) {
        if (fault.line() == 0 || fault.column() == 0) {
            return;
        }
        try {
            List<String> text = Files.readAllLines(folder.resolve(fault.file()));
            // a tab would put the mark elsewhere
            String line = text.get(fault.line() - 1).replace('\t', ' ').stripTrailing();
            if (line.length() <= WIDEST) {
                lines.add("    " + line);
                lines.add("    " + " ".repeat(fault.column() - 1) + "^");
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            // the place says enough
        }
    }

    private String summary() {
        String looked = counted(report.rules(), "rule") + " in " + counted(report.files(), "file");
        return report.faults().isEmpty()
                ? looked + ": nothing is wrong"
                : looked + ": " + counted(report.errors(), "error") + ", " + counted(report.warnings(), "warning");
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
