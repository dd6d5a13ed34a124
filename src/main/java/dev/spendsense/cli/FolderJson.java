package dev.spendsense.cli;

import dev.spendsense.dataset.formats.DataFile;
import dev.spendsense.dataset.formats.Manifest;
import dev.spendsense.dataset.formats.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A folder of tables that was written. */
record FolderJson(
        String folder, String format, int users, Map<String, TableJson> tables, Map<String, String> fingerprints) {

    /** What is written of one table. */
    record TableJson(int files, long rows, long bytes) {}

    static FolderJson of(Path folder, Manifest manifest) {
        Map<String, TableJson> tables = new LinkedHashMap<>();
        for (Part part : manifest.parts()) {
            for (DataFile file : part.files()) {
                tables.merge(
                        file.table(),
                        new TableJson(1, file.rows(), file.bytes()),
                        (one, other) ->
                                new TableJson(one.files + other.files, one.rows + other.rows, one.bytes + other.bytes));
            }
        }
        return new FolderJson(folder.toString(), manifest.format(), manifest.users(), tables, manifest.fingerprints());
    }

    List<String> lines() {
        TextTable table = new TextTable("  ", "lrrr");
        table.row("Table", "rows", "files", "MB");
        tables.forEach((name, written) -> table.row(
                name,
                String.format(Locale.ROOT, "%,d", written.rows),
                written.files,
                String.format(Locale.ROOT, "%.1f", written.bytes / 1e6)));
        List<String> lines = new ArrayList<>(table.lines());
        TextTable facts = new TextTable("  ", "ll");
        facts.row("Folder", folder + ", " + format);
        fingerprints.forEach((root, fingerprint) ->
                facts.row("Fingerprint", String.format(Locale.ROOT, "%-8s %s", root, fingerprint)));
        lines.add("");
        lines.addAll(facts.lines());
        return lines;
    }
}
