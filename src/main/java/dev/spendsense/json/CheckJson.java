package dev.spendsense.json;

import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import dev.spendsense.workbench.check.CheckReport;
import java.nio.file.Path;
import java.util.List;

/** What a check found, as JSON. */
public record CheckJson(String folder, int files, int rules, int errors, int warnings, List<Fault> faults) {

    /** A fault; line and column are 0 when the file as a whole is meant. */
    public record Fault(
            String file,
            int line,
            int column,
            String rule,
            String code,
            String severity,
            String message,
            String remedy) {}

    public static CheckJson of(Path folder, CheckReport report) {
        return new CheckJson(
                folder.toString(),
                report.files(),
                report.rules(),
                report.errors(),
                report.warnings(),
                report.faults().stream().map(CheckJson::fault).toList());
    }

    private static Fault fault(RuleFault fault) {
        return new Fault(
                fault.file(),
                fault.line(),
                fault.column(),
                fault.rule(),
                fault.kind().code(),
                fault.kind().severity() == FaultKind.Severity.ERROR ? "error" : "warning",
                fault.problem(),
                fault.remedy());
    }
}
