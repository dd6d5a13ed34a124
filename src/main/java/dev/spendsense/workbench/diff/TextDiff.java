package dev.spendsense.workbench.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import dev.spendsense.rules.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The texts of two revisions in the unified format, as {@code patch} takes it. */
public final class TextDiff {

    private static final int LINES_AROUND = 3;
    private static final String NOWHERE = "/dev/null";

    private TextDiff() {}

    /** All files that differ, by path. */
    public static List<String> between(RuleSource before, RuleSource after) {
        TreeSet<String> paths = new TreeSet<>(before.texts().keySet());
        paths.addAll(after.texts().keySet());
        List<String> diff = new ArrayList<>();
        for (String path : paths) {
            List<String> old = lines(before, path);
            Patch<String> patch = DiffUtils.diff(old, lines(after, path));
            diff.addAll(UnifiedDiffUtils.generateUnifiedDiff(
                    before.texts().containsKey(path) ? "a/" + path : NOWHERE,
                    after.texts().containsKey(path) ? "b/" + path : NOWHERE,
                    old,
                    patch,
                    LINES_AROUND));
        }
        return diff;
    }

    private static List<String> lines(RuleSource source, String path) {
        return source.texts().getOrDefault(path, "").lines().toList();
    }
}
