package dev.spendsense.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a command is said before Spark is started. */
class GenerateOptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --out new --partitions 0                          | --partitions: expected at least 1, not 0
            --out new --no-rules --rules some                 | --no-rules: expected without --rules
            --out new --resume --force                        | --resume: expected without --force
            --out new --continue old --seed 7                 | --continue: expected without --seed, --every and --set, which stay as they were
            --out new --continue old --days 9 --end 2027-01-31 | --continue: expected with --days or --end, not both
            --out new --continue old --end 2026-13-45         | --continue: expected with an --end as 2026-06-30, not 2026-13-45
            --out new --continue old --end today              | --continue: expected with an --end as 2026-06-30, not today
            some --out new --continue old                     | --continue: expected without SCENARIO, which the folder names
            --out old --continue old                          | --continue: expected with --out, another folder than old
            """)
    void that_do_not_fit_are_named(String arguments, String message) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Program.execute(
                new Generate(), new PrintWriter(out, true), new PrintWriter(err, true), arguments.split(" +"));
        assertThat(err.toString().strip()).isEqualTo(message);
        assertThat(out.toString()).isEmpty();
        assertThat(code).isEqualTo(2);
    }
}
