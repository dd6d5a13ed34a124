package dev.spendsense.bench;

import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.formats.BareParquet;
import dev.spendsense.dataset.formats.DataFile;
import dev.spendsense.dataset.formats.PartStore;
import dev.spendsense.dataset.formats.PartWriter;
import dev.spendsense.dataset.formats.TableFile;
import dev.spendsense.dataset.tables.PublicTable;
import dev.spendsense.run.Generation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.parquet.io.LocalOutputFile;

/** Writing users who have been lived and judged already as Parquet files, one a table. */
final class WritingParquet implements Benchmark, PartStore {

    static final String NAME = "parquet";

    private final Material material;
    private final Path bareFile;
    private final List<StoredUser> users = new ArrayList<>();
    private BareParquet rows;
    private Passes passes;
    private Passes bare;

    WritingParquet(Material material) {
        this.material = material;
        this.bareFile = material.file("bare.parquet");
    }

    @Override
    public Subject subject() {
        return new Subject(
                NAME,
                String.format(
                        Locale.ROOT,
                        "writing all tables of %,d users as Parquet, processor time",
                        material.settings().fewForParquet()),
                "transactions/s and core",
                true,
                Optional.of(
                        "the library's writer given ready values of the transactions alone: same columns, codec and "
                                + "sizes"));
    }

    @Override
    public void prepare() {
        Generation generation = material.generation(material.settings().fewForParquet());
        generation.forEach(0, generation.users(), users::add);
        rows = BareParquet.of(users);
        passes = new Passes(material.settings(), this::write).warm();
        bare = new Passes(material.settings(), this::writeBare).warm();
    }

    private void write() {
        try (PartWriter writer = new PartWriter(this, 0, users.size())) {
            for (StoredUser user : users) {
                writer.write(user);
            }
            writer.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public TableFile create(PublicTable<?> table) throws IOException {
        Files.deleteIfExists(file(table));
        return TableFile.parquet(table, new LocalOutputFile(file(table)));
    }

    @Override
    public DataFile publish(PublicTable<?> table, long rows) throws IOException {
        return new DataFile(table.name(), file(table).getFileName().toString(), rows, Files.size(file(table)));
    }

    @Override
    public void discard(PublicTable<?> table) throws IOException {
        Files.deleteIfExists(file(table));
    }

    private Path file(PublicTable<?> table) {
        return material.file(table.name() + ".parquet");
    }

    private void writeBare() {
        try {
            rows.into(bareFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double measure() {
        return rows.rows() / passes.seconds();
    }

    @Override
    public OptionalDouble limit() {
        return OptionalDouble.of(rows.rows() / bare.seconds());
    }
}
