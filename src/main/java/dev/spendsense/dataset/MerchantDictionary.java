package dev.spendsense.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codes for merchants, given and stored in the order in which they first appear in the population. */
final class MerchantDictionary implements AutoCloseable {

    private final Map<String, Integer> codes = new HashMap<>();
    private final PreparedStatement insert;

    MerchantDictionary(Connection connection) throws SQLException {
        this.insert = connection.prepareStatement("INSERT INTO merchant VALUES (?, ?)");
    }

    /** The code of each merchant, those that are new included. */
    int[] codes(List<String> merchants) throws SQLException {
        int[] found = new int[merchants.size()];
        for (int i = 0; i < found.length; i++) {
            Integer code = codes.get(merchants.get(i));
            found[i] = code == null ? enter(merchants.get(i)) : code;
        }
        return found;
    }

    private int enter(String merchant) throws SQLException {
        int code = codes.size();
        codes.put(merchant, code);
        insert.setInt(1, code);
        insert.setString(2, merchant);
        insert.executeUpdate();
        return code;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
