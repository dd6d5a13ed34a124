package dev.spendsense.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Asks for rows and makes something of each. */
final class RowQuery {

    private final Connection connection;

    RowQuery(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of the row that a result stands on. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String sql, RowReader<T> reader, long... keys) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                query.setLong(i + 1, keys[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        }
    }

    /** What the codes of this file mean: the file says it, since a later program may number them otherwise. */
    <T> Map<Integer, T> codes(String table, Function<String, T> meaning) throws SQLException {
        Map<Integer, T> codes = new HashMap<>();
        for (Map.Entry<Integer, T> code : rows(
                "SELECT code, name FROM " + table, row -> Map.entry(row.getInt(1), meaning.apply(row.getString(2))))) {
            codes.put(code.getKey(), code.getValue());
        }
        return codes;
    }
}
