package dev.spendsense.bench;

import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.formats.BareParquet;
import dev.spendsense.dataset.formats.FolderTarget;
import dev.spendsense.dataset.formats.FolderWriter;
import dev.spendsense.dataset.formats.Format;
import dev.spendsense.run.Generation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writing users who have been lived and judged already as a folder of Parquet tables. */
final class WritingParquet implements Benchmark {

    static final String NAME = "parquet";

    private final Material material;
    private final FolderTarget target;
    private final Path bareFile;
    private final List<StoredUser> users = new ArrayList<>();
    private Generation generation;
    private BareParquet rows;
    private Passes passes;
    private Passes bare;

    WritingParquet(Material material) {
        this.material = material;
        this.target = new FolderTarget(
                material.file("parquet"),
                Format.PARQUET,
                FolderWriter.USUAL_USERS_A_FILE,
                FolderTarget.Existing.REPLACE);
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
        generation = material.generation(material.settings().fewForParquet());
        generation.forEach(0, generation.users(), users::add);
        rows = BareParquet.of(users);
        passes = new Passes(material.settings(), this::write).warm();
        bare = new Passes(material.settings(), this::writeBare).warm();
    }

    private void write() {
        try (FolderWriter writer = FolderWriter.create(target, generation.origin(), users.size())) {
            users.forEach(writer::write);
            writer.complete();
        }
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
