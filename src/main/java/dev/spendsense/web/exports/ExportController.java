package dev.spendsense.web.exports;

import dev.spendsense.dataset.formats.Format;
import dev.spendsense.dataset.formats.TableExport;
import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.web.Api;
import dev.spendsense.web.datasets.Datasets;
import dev.spendsense.web.datasets.ServedDataset;
import dev.spendsense.web.problems.Problem;
import dev.spendsense.web.security.Needs;
import dev.spendsense.web.security.Role;
import dev.spendsense.web.users.UserRooms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@Tag(name = "datasets")
@RestController
@RequestMapping(Api.ROOT + "/datasets/{dataset}/export")
class ExportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType JSONL = new MediaType("application", "jsonl", StandardCharsets.UTF_8);

    private final Datasets datasets;
    private final UserRooms rooms;

    ExportController(Datasets datasets, UserRooms rooms) {
        this.datasets = datasets;
        this.rooms = rooms;
    }

    @Operation(
            operationId = "exportDataset",
            summary = "A table, whole",
            description = "As csv with a header, or jsonl with an object a line.")
    @Needs(Role.ANALYST)
    @GetMapping
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String dataset,
            @RequestParam String table,
            @RequestParam(defaultValue = "csv") String format) {
        ServedDataset served = datasets.find(dataset);
        PublicTable<?> wanted = table(table);
        Format form = format(format);
        Predicate<String> disclosed = rooms.room(dataset).roster()::consents;
        String file = dataset + "." + table + "." + form.label();
        return ResponseEntity.ok()
                .contentType(form == Format.CSV ? CSV : JSONL)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(out -> write(served, wanted, form, disclosed, out));
    }

    private static void write(
            ServedDataset dataset, PublicTable<?> table, Format format, Predicate<String> disclosed, OutputStream out)
            throws IOException {
        try {
            dataset.read(opened -> {
                try {
                    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    TableExport.write(opened, table, format, disclosed, writer);
                    return table;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private static PublicTable<?> table(String name) {
        return PublicTable.all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.field(
                        "table",
                        name,
                        "one of "
                                + PublicTable.all().stream()
                                        .map(PublicTable::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static Format format(String name) {
        return switch (name) {
            case "csv" -> Format.CSV;
            case "jsonl" -> Format.JSONL;
            default -> throw Problem.field("format", name, "csv or jsonl");
        };
    }
}
