package dev.spendsense.dataset.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.DatasetException;
import dev.spendsense.dataset.RunRecord;
import dev.spendsense.dataset.formats.FolderTarget.Existing;
import dev.spendsense.dataset.tables.BrokenTables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FolderRoundTripTest {

    private static final int USERS = 90;

    @TempDir
    private Path temporary;

    private Path file;
    private Path folder;
    private final RandomDataset random = new RandomDataset(31);

    @BeforeEach
    void writeDataset() {
        file = temporary.resolve("some.db");
        folder = temporary.resolve("exported");
        random.write(file, USERS);
    }

    @ParameterizedTest
    @EnumSource(names = {"PARQUET", "JSONL"})
    void what_is_imported_is_the_exported_dataset_byte_for_byte(Format format) throws IOException {
        RunRecord before = export(format);
        Path again = temporary.resolve("again.db");
        assertThat(FolderReader.open(folder).into(again, false)).isEqualTo(before);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    /** The library has them in the order of a hash set, which differs from process to process. */
    @Test
    void a_parquet_file_names_the_encodings_of_its_columns_in_one_order() throws IOException {
        export(Format.PARQUET);
        List<List<Encoding>> encodings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each :
                    files.filter(name -> name.toString().endsWith(".parquet")).toList()) {
                byte[] bytes = Files.readAllBytes(each);
                int end = bytes.length - 8;
                int length =
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
                Util.readFileMetaData(new ByteArrayInputStream(bytes, end - length, length)).getRow_groups().stream()
                        .flatMap(group -> group.getColumns().stream())
                        .forEach(column -> encodings.add(column.getMeta_data().getEncodings()));
            }
        }
        assertThat(encodings)
                .hasSizeGreaterThan(50)
                .allSatisfy(each -> assertThat(each).isNotEmpty().isSorted());
        assertThat(encodings).anySatisfy(each -> assertThat(each).hasSizeGreaterThan(2));
    }

    @Test
    void the_manifest_says_what_the_dataset_says_of_itself() {
        RunRecord before = export(Format.CSV);
        assertThat(folder.resolve("manifest.json")).content().contains("\"data\" : \"" + before.fingerprint());
        assertThat(folder.resolve("transactions.csv")).content().startsWith("transaction_id,user_id,account_id,date,");
        assertThatThrownBy(() -> FolderReader.open(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("is CSV");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    transactions.jsonl | "amount":  | "amount":1 | have been changed: their fingerprint is
                    transactions.jsonl | "amount":  | "amount":x | transactions.jsonl, line 1 is not JSON
                    transactions.jsonl | "date":"2  | "date":"x2 | line 1: date is "x2
                    accounts.jsonl     | "slot":    | "slat":    | accounts.jsonl, line 1: slot is missing
                    statements.jsonl   | "account_id":" | "account_id":"no | there is no account no
                    scores.jsonl       | {"user_id":" | {"user_id":"no | their findings fingerprint is
                    manifest.json      | "format_version" : 1 | "format_version" : 9 | has format version 9
                    manifest.json      | "data" : " | "data" : "0 | manifest.json
                    """)
    void a_changed_file_is_named_and_leaves_no_dataset(String name, String old, String other, String message)
            throws IOException {
        export(Format.JSONL);
        Path changed = folder.resolve(name);
        String text = Files.readString(changed);
        assertThat(text).contains(old);
        Files.writeString(changed, text.replaceFirst(java.util.regex.Pattern.quote(old), other));
        Path again = temporary.resolve("again.db");
        assertThatThrownBy(() -> FolderReader.open(folder).into(again, false)).hasMessageContaining(message);
        assertThat(again).doesNotExist();
    }

    @Test
    void rows_that_are_lost_are_noticed() throws IOException {
        export(Format.JSONL);
        Path users = folder.resolve("users.jsonl");
        List<String> lines = Files.readAllLines(users);
        Files.write(users, lines.subList(0, lines.size() - 1));
        assertThatThrownBy(() -> FolderReader.open(folder).into(temporary.resolve("again.db"), false))
                .isInstanceOf(BrokenTables.class)
                .hasMessageContaining("out of place");
    }

    @Test
    void other_files_and_complete_datasets_are_left_alone() throws IOException {
        export(Format.JSONL);
        assertThatThrownBy(() -> export(Format.JSONL)).hasMessageContaining("holds a complete dataset already");
        Path own = Files.writeString(temporary.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> write(temporary, Format.JSONL, Existing.REPLACE))
                .hasMessageContaining("holds other files");
        assertThat(own).hasContent("dear");
        write(folder, Format.PARQUET, Existing.REPLACE);
        assertThat(folder.resolve("users.jsonl")).doesNotExist();
        assertThat(folder.resolve("users")).isDirectory();
        assertThat(folder.resolve(".run")).doesNotExist();
    }

    private RunRecord export(Format format) {
        write(folder, format, Existing.REFUSE);
        try (Dataset dataset = Dataset.open(file)) {
            return dataset.run();
        }
    }

    private void write(Path target, Format format, Existing existing) {
        try (Dataset dataset = Dataset.open(file)) {
            FolderExport.write(dataset, new FolderTarget(target, format, 1_000, existing));
        }
    }
}
