package dev.spendsense.bench;

import dev.spendsense.dataset.BareInserts;
import dev.spendsense.dataset.DatasetWriter;
import dev.spendsense.dataset.StoredUser;
import dev.spendsense.dataset.UserBlock;
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

/** Writing users who have been lived, judged and laid out already: what the one writing thread of a run does. */
final class WritingSqlite implements Benchmark {

    static final String NAME = "sqlite";

    private final Material material;
    private final Path file;
    private final Path bareFile;
    private final List<UserBlock> blocks = new ArrayList<>();
    private Generation generation;
    private BareInserts inserts;
    private Passes passes;
    private Passes bare;

    WritingSqlite(Material material) {
        this.material = material;
        this.file = material.file("sqlite.db");
        this.bareFile = material.file("sqlite-bare.db");
    }

    @Override
    public Subject subject() {
        return new Subject(
                NAME,
                String.format(
                        Locale.ROOT,
                        "writing all tables of %,d users that were laid out before, as pages, without syncing, "
                                + "processor time",
                        material.settings().few()),
                "transactions/s and core",
                true,
                Optional.of(
                        "a loop that inserts the transactions alone: same columns and options of the file, 100 rows a "
                                + "statement"));
    }

    @Override
    public void prepare() {
        int users = material.settings().few();
        generation = material.generation(users);
        layOut(users);
        generation.into(file, true, EndToEnd.threads(), state -> {});
        inserts = BareInserts.of(file);
        passes = new Passes(material.settings(), this::write).warm();
        bare = new Passes(material.settings(), this::insert).warm();
    }

    private void layOut(int users) {
        for (int first = 0; first < users; first += UserBlock.USERS) {
            UserBlock block = new UserBlock();
            block.restart(first);
            generation.forEach(first, Math.min(users, first + UserBlock.USERS), user -> add(user, block));
            blocks.add(block);
        }
    }

    private static void add(StoredUser user, UserBlock block) {
        block.add(user.history(), user.truth(), user.timeline());
    }

    private void write() {
        try (DatasetWriter writer = DatasetWriter.create(file, true, generation.origin())) {
            blocks.forEach(writer::write);
            writer.complete();
        }
    }

    private void insert() {
        try {
            Files.deleteIfExists(bareFile);
            inserts.into(bareFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double measure() {
        return inserts.rows() / passes.seconds();
    }

    @Override
    public OptionalDouble limit() {
        return OptionalDouble.of(inserts.rows() / bare.seconds());
    }
}
