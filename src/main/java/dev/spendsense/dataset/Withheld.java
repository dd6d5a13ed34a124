package dev.spendsense.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;

/**
 * Puts views of this connection in front of the tables, under the same names, that leave out what was found about some
 * users. SQLite looks there first, so that no query has to know of it and none can forget it.
 */
final class Withheld {

    private Withheld() {}

    /** @param userIds those who do not consent any more */
    static void hide(Connection connection, Collection<String> userIds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA temp_store = MEMORY");
            statement.execute("CREATE TEMP TABLE withheld (number INTEGER PRIMARY KEY)");
            fill(connection, userIds);
            String hidden = "(SELECT number FROM temp.withheld)";
            for (Table table : Table.values()) {
                if (table.ordinal() >= Table.LOOK.ordinal()) {
                    String name = table.baseName();
                    statement.execute("CREATE TEMP VIEW " + name + " AS SELECT * FROM main." + name
                            + " WHERE user NOT IN " + hidden);
                }
            }
            statement.execute("CREATE TEMP VIEW user AS SELECT " + String.join(", ", userColumns(connection, hidden))
                    + " FROM main.user");
            statement.execute("PRAGMA query_only = true");
        }
    }

    private static List<String> userColumns(Connection connection, String hidden) throws SQLException {
        return new RowQuery(connection)
                .rows("SELECT name FROM pragma_table_info('user') ORDER BY cid", row -> row.getString(1)).stream()
                        .map(name ->
                                name.equals("consent") ? "(consent AND number NOT IN " + hidden + ") AS consent" : name)
                        .toList();
    }

    private static void fill(Connection connection, Collection<String> userIds) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR IGNORE INTO temp.withheld SELECT number FROM main.user WHERE user_id = ?")) {
            for (String userId : userIds) {
                insert.setString(1, userId);
                insert.executeUpdate();
            }
        }
    }
}
