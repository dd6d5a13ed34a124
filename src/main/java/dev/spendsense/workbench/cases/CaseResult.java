package dev.spendsense.workbench.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What came of one case.
 *
 * @param name of the case, and of the variant after a slash
 * @param file where it stands
 * @param line in the file, from 1
 * @param failures what is not as expected, a line each with expected and actual figures; empty when all is
 * @param concluded rules that came to a conclusion
 */
public record CaseResult(String name, String file, int line, List<String> failures, Set<String> concluded) {

    public CaseResult {
        failures = List.copyOf(failures);
        concluded = Set.copyOf(concluded);
    }

    /** The same with its file named from a folder that it lies in. */
    public CaseResult within(Path folder) {
        Path absolute = Path.of(file).toAbsolutePath();
        Path from = folder.toAbsolutePath();
        return absolute.startsWith(from)
                ? new CaseResult(
                        name, from.relativize(absolute).toString().replace('\\', '/'), line, failures, concluded)
                : this;
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
