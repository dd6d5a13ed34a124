package dev.spendsense.spark;

import static org.apache.spark.sql.functions.col;

import dev.spendsense.dataset.Fingerprint;
import dev.spendsense.dataset.FingerprintTree;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The users that are in the written table, read back in the order of the population.
 *
 * @param data root over their data
 * @param findings root over their findings
 */
record WrittenUsers(Fingerprint data, Fingerprint findings) {

    /**
     * Reads all users; no more than those of one partition are in memory at once.
     *
     * @param table of users
     * @param expected how many there ought to be
     * @throws IllegalStateException when a user is missing or there twice, and which
     */
    static WrittenUsers read(Dataset<Row> table, int expected) {
        FingerprintTree data = new FingerprintTree();
        FingerprintTree findings = new FingerprintTree();
        Iterator<Row> users = table.select(col("user_number"), col("fingerprint"), col("findings_fingerprint"))
                .orderBy("user_number")
                .toLocalIterator();
        int next = 0;
        while (users.hasNext()) {
            Row user = users.next();
            int number = user.getInt(0);
            if (number != next) {
                throw new IllegalStateException(
                        number < next
                                ? "user number " + number + " is there twice"
                                : "user number " + next + " is missing");
            }
            data.add(Fingerprint.parse(user.getString(1)));
            findings.add(Fingerprint.parse(user.getString(2)));
            next++;
        }
        if (next != expected) {
            throw new IllegalStateException("there are " + next + " users instead of " + expected);
        }
        return new WrittenUsers(data.root(), findings.root());
    }
}
