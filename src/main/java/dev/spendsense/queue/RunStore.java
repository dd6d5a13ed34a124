package dev.spendsense.queue;

import dev.spendsense.scenario.ScenarioSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs as they are kept. A run that is being made stands here as it did when its status last changed. */
final class RunStore implements AutoCloseable {

    private static final String COLUMNS =
            "run.*, (SELECT COUNT(*) FROM run AS earlier WHERE earlier.number < run.number"
                    + " AND earlier.status IN ('queued', 'running')) AS ahead";

    private final ServerFile file;

    RunStore(ServerFile file) {
        this.file = file;
    }

    /** A request's key, which of the same requester and with the same digest is the same request. */
    record Key(String requester, String key, String digest, Instant expires) {}

    /** What a key stands for. */
    record Known(String digest, String run) {}

    Run add(RunOrder order, ScenarioSource source, Instant submitted, Optional<Key> key) {
        return file.transaction(() -> {
            file.update(
                    "INSERT INTO run (status, changes, scenario, dataset, replaces, requester, users, days, seed, submitted)"
                            + " VALUES ('queued', 1, ?, ?, ?, ?, ?, ?, ?, ?)",
                    order.scenario(),
                    order.dataset(),
                    order.replace(),
                    order.requester(),
                    order.users(),
                    order.days(),
                    order.seed(),
                    submitted.toEpochMilli());
            long number = file.one("SELECT last_insert_rowid()", row -> row.getLong(1))
                    .orElseThrow();
            for (int i = 0; i < source.overrides().size(); i++) {
                file.update(
                        "INSERT INTO run_setting VALUES (?, ?, ?)",
                        number,
                        i,
                        source.overrides().get(i));
            }
            for (Map.Entry<String, String> text : source.files().entrySet()) {
                file.update("INSERT INTO run_text VALUES (?, ?, ?)", number, text.getKey(), text.getValue());
            }
            if (key.isPresent()) {
                Key given = key.get();
                file.update(
                        "INSERT INTO request_key VALUES (?, ?, ?, ?, ?)",
                        given.requester(),
                        given.key(),
                        given.digest(),
                        number,
                        given.expires().toEpochMilli());
            }
            return get(number).orElseThrow();
        });
    }

    /** What a key stands for; empty when it is new, or so old that it was forgotten. */
    Optional<Known> known(String requester, String key, Instant now) {
        return file.transaction(() -> {
            file.update("DELETE FROM request_key WHERE expires <= ?", now.toEpochMilli());
            return file.one(
                    "SELECT digest, run FROM request_key WHERE requester = ? AND key = ?",
                    row -> new Known(row.getString(1), Run.id(row.getLong(2))),
                    requester,
                    key);
        });
    }

    Optional<Run> find(String id) {
        return file.transaction(() -> get(Run.number(id)));
    }

    Optional<Run> firstQueued() {
        return file.transaction(() ->
                file.one("SELECT " + COLUMNS + " FROM run WHERE status = 'queued' ORDER BY number LIMIT 1", this::run));
    }

    /** Runs of a status, in the order in which they were asked for. */
    List<Run> all(RunStatus status) {
        return file.transaction(() ->
                file.all("SELECT " + COLUMNS + " FROM run WHERE status = ? ORDER BY number", this::run, status.word()));
    }

    /** The texts of a run that has not ended. */
    ScenarioSource source(Run run) {
        return file.transaction(() -> {
            Map<String, String> texts = new TreeMap<>();
            file.all(
                    "SELECT path, text FROM run_text WHERE run = ?",
                    row -> texts.put(row.getString(1), row.getString(2)),
                    Run.number(run.id()));
            return new ScenarioSource(run.order().scenario(), texts, run.order().overrides());
        });
    }

    /** @param replaced stamp of the file that the dataset is going to replace */
    Run start(Run run, Instant now, String replaced) {
        return file.transaction(() -> {
            file.update(
                    "UPDATE run SET status = 'running', changes = changes + 1, started = ?, replaced = ?, stage = ?, done = 0,"
                            + " transactions = 0, elapsed = 0 WHERE number = ?",
                    now.toEpochMilli(),
                    replaced,
                    RunProgress.Stage.PREPARING.word(),
                    Run.number(run.id()));
            return get(Run.number(run.id())).orElseThrow();
        });
    }

    void judgedBy(Run run, Optional<String> revision) {
        file.transaction(() -> file.update(
                "UPDATE run SET revision = ? WHERE number = ?", revision.orElse(null), Run.number(run.id())));
    }

    /** The stamp of the file that was there when a run began. */
    String replaced(Run run) {
        return file.transaction(() -> file.one(
                        "SELECT replaced FROM run WHERE number = ?", row -> row.getString(1), Run.number(run.id()))
                .orElse(""));
    }

    /** Ends a run, with what its progress was at last. */
    Run end(Run run, Ending ending, Instant now) {
        return file.transaction(() -> {
            Long number = Run.number(run.id());
            file.update(
                    "UPDATE run SET status = ?, changes = changes + 1, ended = ?, message = ?, bytes = ?, fingerprint = ?,"
                            + " findings_fingerprint = ? WHERE number = ?",
                    ending.status().word(),
                    now.toEpochMilli(),
                    ending.message().orElse(null),
                    ending.result().map(RunResult::bytes).orElse(null),
                    ending.result().map(RunResult::fingerprint).orElse(null),
                    ending.result().flatMap(RunResult::findingsFingerprint).orElse(null),
                    number);
            if (run.progress().isPresent()) {
                RunProgress last = run.progress().get();
                file.update(
                        "UPDATE run SET stage = ?, done = ?, transactions = ?, elapsed = ? WHERE number = ?",
                        last.stage().word(),
                        last.users(),
                        last.transactions(),
                        last.elapsed().toMillis(),
                        number);
            }
            file.update("DELETE FROM run_text WHERE run = ?", number);
            return get(number).orElseThrow();
        });
    }

    void delete(Run run) {
        file.transaction(() -> file.update("DELETE FROM run WHERE number = ?", Run.number(run.id())));
    }

    /** Whether a run that has not ended is to make a dataset of that name. */
    boolean isAwaited(String dataset) {
        return file.transaction(() -> file.one(
                        "SELECT 1 FROM run WHERE status IN ('queued', 'running') AND dataset = ? COLLATE NOCASE",
                        row -> true,
                        dataset)
                .isPresent());
    }

    Map<RunStatus, Long> counts() {
        return file.transaction(() -> {
            Map<RunStatus, Long> counts = new EnumMap<>(RunStatus.class);
            for (RunStatus status : RunStatus.values()) {
                counts.put(status, 0L);
            }
            file.all(
                    "SELECT status, COUNT(*) FROM run GROUP BY status",
                    row -> counts.put(RunStatus.of(row.getString(1)), row.getLong(2)));
            return counts;
        });
    }

    /** @param before number of the run after which, going backwards in time, the page begins */
    RunPage page(RunFilter filter, long before, int limit) {
        List<String> conditions = new ArrayList<>(List.of("TRUE"));
        List<Object> values = new ArrayList<>();
        if (!filter.statuses().isEmpty()) {
            String places =
                    String.join(", ", Collections.nCopies(filter.statuses().size(), "?"));
            conditions.add("status IN (" + places + ")");
            filter.statuses().forEach(status -> values.add(status.word()));
        }
        equal("scenario", filter.scenario(), conditions, values);
        equal("dataset", filter.dataset(), conditions, values);
        equal("requester", filter.requester(), conditions, values);
        String where = conditions.stream().collect(Collectors.joining(" AND ", " FROM run WHERE ", ""));
        return file.transaction(() -> {
            long total = file.one("SELECT COUNT(*)" + where, row -> row.getLong(1), values.toArray())
                    .orElseThrow();
            values.add(before);
            values.add(limit + 1);
            List<Run> runs = file.all(
                    "SELECT " + COLUMNS + where + " AND number < ? ORDER BY number DESC LIMIT ?",
                    this::run,
                    values.toArray());
            boolean more = runs.size() > limit;
            List<Run> shown = more ? runs.subList(0, limit) : runs;
            return new RunPage(shown, more ? Optional.of(shown.get(limit - 1).id()) : Optional.empty(), total);
        });
    }

    @Override
    public void close() {
        file.close();
    }

    private static void equal(String column, Optional<String> wanted, List<String> conditions, List<Object> values) {
        if (wanted.isPresent()) {
            conditions.add(column + " = ?");
            values.add(wanted.get());
        }
    }

    private Optional<Run> get(long number) throws SQLException {
        return file.one("SELECT " + COLUMNS + " FROM run WHERE number = ?", this::run, number);
    }

    private Run run(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        RunOrder order = new RunOrder(
                row.getString("scenario"),
                file.all(
                        "SELECT setting FROM run_setting WHERE run = ? ORDER BY position",
                        setting -> setting.getString(1),
                        number),
                row.getString("dataset"),
                row.getBoolean("replaces"),
                row.getString("requester"),
                row.getInt("users"),
                row.getInt("days"),
                row.getLong("seed"));
        RunStatus status = RunStatus.of(row.getString("status"));
        return new Run(
                Run.id(number),
                status,
                order,
                instant(row, "submitted").orElseThrow(),
                instant(row, "started"),
                instant(row, "ended"),
                status == RunStatus.QUEUED ? row.getInt("ahead") : 0,
                Optional.ofNullable(row.getString("revision")),
                progress(row, order.users()),
                Optional.ofNullable(row.getString("message")),
                result(row),
                Run.sequence(row.getInt("changes")));
    }

    private static Optional<RunProgress> progress(ResultSet row, int users) throws SQLException {
        String stage = row.getString("stage");
        return stage == null
                ? Optional.empty()
                : Optional.of(new RunProgress(
                        RunProgress.Stage.of(stage),
                        row.getInt("done"),
                        users,
                        row.getLong("transactions"),
                        Duration.ofMillis(row.getLong("elapsed")),
                        Duration.ZERO));
    }

    private static Optional<RunResult> result(ResultSet row) throws SQLException {
        String fingerprint = row.getString("fingerprint");
        return fingerprint == null
                ? Optional.empty()
                : Optional.of(new RunResult(
                        row.getLong("bytes"), fingerprint, Optional.ofNullable(row.getString("findings_fingerprint"))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
