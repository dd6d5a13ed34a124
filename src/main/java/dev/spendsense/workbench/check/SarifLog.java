package dev.spendsense.workbench.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.spendsense.rules.definitions.FaultKind;
import dev.spendsense.rules.definitions.RuleFault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What was found as a log of the Static Analysis Results Interchange Format (OASIS, SARIF version 2.1.0). Its members
 * have the names of the standard, section 3.
 */
public record SarifLog(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** One check (3.14). */
    public record Run(Tool tool, String columnKind, List<Result> results) {}

    /** What checked (3.18). */
    public record Tool(Driver driver) {}

    /** The checker and all that it can find (3.19). */
    public record Driver(String name, String version, List<Descriptor> rules) {}

    /** A kind of fault (3.49). */
    public record Descriptor(
            String id,
            String name,
            Text shortDescription,
            Text fullDescription,
            Text help,
            Configuration defaultConfiguration) {}

    /** How grave a kind of fault is (3.50). */
    public record Configuration(String level) {}

    /** A text (3.11, 3.12). */
    public record Text(String text) {}

    /** A fault (3.27). */
    public record Result(String ruleId, int ruleIndex, String level, Text message, List<Location> locations) {}

    /** Where (3.28). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Location(PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {}

    /** The place in a file (3.29). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    /** The file (3.4). */
    public record ArtifactLocation(String uri) {}

    /** Line and column, both from 1 (3.30). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Region(int startLine, Integer startColumn) {}

    /** The rule (3.33). */
    public record LogicalLocation(String name) {}

    /**
     * The log of a check.
     *
     * @param folder path of the rule folder, with forward slashes, relative to what is looked at; empty for that itself
     * @param version of the program
     */
    public static SarifLog of(CheckReport report, String folder, String version) {
        List<Descriptor> kinds =
                Arrays.stream(FaultKind.values()).map(SarifLog::descriptor).toList();
        List<Result> results =
                report.faults().stream().map(fault -> result(fault, folder)).toList();
        Tool tool = new Tool(new Driver("SpendSense", version, kinds));
        return new SarifLog(SCHEMA, "2.1.0", List.of(new Run(tool, "utf16CodeUnits", results)));
    }

    private static Descriptor descriptor(FaultKind kind) {
        StringBuilder name = new StringBuilder();
        for (String word : kind.code().split("-")) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return new Descriptor(
                kind.code(),
                name.toString(),
                new Text(kind.title() + "."),
                new Text(kind.title() + "."),
                new Text(kind.help()),
                new Configuration(level(kind)));
    }

    private static Result result(RuleFault fault, String folder) {
        Integer column = fault.column() > 0 ? fault.column() : null;
        Region region = fault.line() > 0 ? new Region(fault.line(), column) : null;
        List<LogicalLocation> rules = fault.rule().isEmpty() ? List.of() : List.of(new LogicalLocation(fault.rule()));
        String path = folder.isEmpty() ? fault.file() : folder + "/" + fault.file();
        return new Result(
                fault.kind().code(),
                fault.kind().ordinal(),
                level(fault.kind()),
                new Text(fault.problem() + (fault.remedy().isEmpty() ? "" : "; " + fault.remedy())),
                List.of(new Location(new PhysicalLocation(new ArtifactLocation(uri(path)), region), rules)));
    }

    private static String level(FaultKind kind) {
        return kind.severity() == FaultKind.Severity.ERROR ? "error" : "warning";
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path + " is no path", e);
        }
    }
}
