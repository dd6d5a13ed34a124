package dev.spendsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite plans to do for what one asks of a user, or of all users: never to go through all transactions. */
class QueryPlanTest {

    @TempDir
    private Path folder;

    private final Set<String> asked = new LinkedHashSet<>();

    @Test
    void a_user_is_read_by_key() throws SQLException {
        try (Connection connection = open();
                Dataset dataset = new Dataset(folder.resolve("plans.db"), recording(connection))) {
            String user = dataset.userIds().get(3);
            asked.clear();
            dataset.history(user);
            dataset.groundTruth(user);
            dataset.findings(user);
            dataset.findings(user, dataset.looks().get(0));
            dataset.timeline(user);
            assertThat(asked).anyMatch(sql -> sql.contains("FROM posting"));
            for (String sql : asked) {
                assertThat(plan(connection, sql))
                        .as(sql)
                        .isNotEmpty()
                        .allSatisfy(step -> assertThat(step).doesNotStartWith("SCAN"));
            }
        }
    }

    @Test
    void everybody_is_read_without_transactions() throws SQLException {
        try (Connection connection = open();
                Dataset dataset = new Dataset(folder.resolve("plans.db"), recording(connection))) {
            asked.clear();
            Census census = dataset.census();
            census.people((user, customer) -> {});
            census.everyProfile(profile -> {});
            dataset.looks().forEach(look -> {
                census.profiles(look, (user, profile) -> {});
                census.judged(look, user -> {});
                census.personas(look, (user, persona, rank, confidence) -> {});
                census.detectedSignals(look, (user, type) -> {});
                census.recommendations(look, (user, kind, code) -> {});
            });
            assertThat(asked).hasSizeGreaterThan(6);
            for (String sql : asked) {
                assertThat(plan(connection, sql)).as(sql).noneMatch(step -> step.contains("posting"));
            }
        }
    }

    private Connection open() throws SQLException {
        Path file = folder.resolve("plans.db");
        RandomDataset.write(file, new RandomUsers(3), 30);
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static List<String> plan(Connection connection, String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }

    /** The connection, which notes what is asked of it. */
    private Connection recording(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        asked.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
