package dev.spendsense.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What SQLite finds wrong with a file. */
final class IntegrityCheck {

    private IntegrityCheck() {}

    /** Faults, or {@code ok}. */
    static List<String> of(Path file) {
        List<String> faults = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            while (row.next()) {
                faults.add(row.getString(1));
            }
        } catch (SQLException e) {
            faults.add(e.getMessage());
        }
        return faults;
    }
}
