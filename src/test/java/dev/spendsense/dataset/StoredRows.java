package dev.spendsense.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What anybody gets who asks a dataset file in SQL. */
final class StoredRows {

    private StoredRows() {}

    static List<List<Object>> of(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(DatasetFile.url(file, "immutable=1"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                Object[] row = new Object[result.getMetaData().getColumnCount()];
                for (int column = 0; column < row.length; column++) {
                    row[column] = result.getObject(column + 1);
                }
                rows.add(Arrays.asList(row));
            }
            return rows;
        }
    }
}
