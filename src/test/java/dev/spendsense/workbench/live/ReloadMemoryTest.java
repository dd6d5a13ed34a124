package dev.spendsense.workbench.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendsense.rules.RuleBase;
import dev.spendsense.workbench.SmallRules;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was swapped out is collected with all its classes. {@link ReloadMemory} shows the same over a thousand reloads. */
class ReloadMemoryTest {

    private static final int WARM_UP = 8;
    private static final int RELOADS = 36;
    private static final int CLASSES_OF_A_REVISION = 130;
    private static final long METASPACE_OF_A_REVISION = 500_000;
    private static final long HEAP_OF_A_REVISION = 700_000;

    @TempDir
    private Path home;

    @Test
    void dozens_of_reloads_leave_nothing_behind() {
        ReloadMemory reloads = new ReloadMemory(SmallRules.in(home.resolve("rules")), home.resolve("compiled"));
        for (int i = 0; i < WARM_UP; i++) {
            reloads.reload();
        }
        ReloadMemory.Use start = reloads.now();
        List<WeakReference<RuleBase>> swappedOut = new ArrayList<>();
        for (int i = 0; i < RELOADS; i++) {
            swappedOut.add(new WeakReference<>(reloads.live().current()));
            reloads.reload();
        }
        ReloadMemory.Use end = reloads.now();
        assertThat(swappedOut).allSatisfy(rules -> assertThat(rules.get()).isNull());
        assertThat(end.classes() - start.classes())
                .as("classes that stayed; a revision has some %d", CLASSES_OF_A_REVISION)
                .isLessThan(CLASSES_OF_A_REVISION);
        assertThat(end.metaspace() - start.metaspace()).isLessThan(RELOADS * METASPACE_OF_A_REVISION / 6);
        assertThat(end.heap() - start.heap()).isLessThan(RELOADS * HEAP_OF_A_REVISION / 10);
    }
}
