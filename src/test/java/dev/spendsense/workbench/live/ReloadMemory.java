package dev.spendsense.workbench.live;

import dev.spendsense.bank.History;
import dev.spendsense.rules.CompiledStore;
import dev.spendsense.scenario.ScenarioReader;
import dev.spendsense.scenario.ScenarioSource;
import dev.spendsense.simulation.Simulation;
import dev.spendsense.workbench.SmallRules;
import dev.spendsense.workbench.live.Reload.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Prints what heap and metaspace hold while the shipped rules are edited, checked, compiled, tested and swapped in again
 * and again. A program, not a test: {@code ReloadMemory [RELOADS]}, 1,000 unless told otherwise.
 */
final class ReloadMemory {

    private static final int ROWS = 10;
    private static final int ENOUGH_COLLECTIONS = 3;
    private static final double MEGABYTE = 1 << 20;

    private final SmallRules rules;
    private final LiveRules live;
    private final History somebody;
    private int reloads;

    /**
     * What the process uses after a collection.
     *
     * @param heap bytes
     * @param metaspace bytes
     * @param classes that are loaded
     */
    record Use(long heap, long metaspace, int classes) {}

    ReloadMemory(SmallRules rules, Path compiled) {
        this.rules = rules;
        this.live = new LiveRules(
                rules.folder(), Optional.empty(), CompiledStore.in(compiled), List.of(Path.of("scenarios")));
        this.somebody = new Simulation(
                        ScenarioReader.read(ScenarioSource.load(Path.of("scenarios/demo.yaml"), List.of())))
                .live(0)
                .history();
    }

    LiveRules live() {
        return live;
    }

    /** Adds a rule that no revision had before, so that everything is compiled anew, and has somebody judged by it. */
    void reload() {
        reloads++;
        rules.write("signals/edited.drl", """
                package signals
                import dev.spendsense.rules.facts.*
                rule "Edited %d times"
                    @owner(test)
                    ruleflow-group "signals"
                when
                    Window( days > %d )
                then
                    insert( new Note("edited", "", %d) );
                end
                """.formatted(reloads, reloads, reloads));
        Reload reload = live.reload();
        if (reload.outcome() != Outcome.SWAPPED) {
            throw new IllegalStateException(reload.trial().check().faults() + " "
                    + reload.trial().obstacles() + reload.trial().failed());
        }
        live.current().evaluate(somebody);
    }

    Use now() {
        for (int i = 0; i < ENOUGH_COLLECTIONS; i++) {
            System.gc();
        }
        return new Use(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().contains("Metaspace"))
                        .map(MemoryPoolMXBean::getUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum(),
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    public static void main(String[] arguments) throws IOException {
        int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        Path home = Files.createTempDirectory("reloads");
        SmallRules.copy(Path.of("rules"), home.resolve("rules"));
        ReloadMemory memory = new ReloadMemory(new SmallRules(home.resolve("rules")), home.resolve("compiled"));
        System.out.println("reloads  heap MB  metaspace MB  classes  seconds each");
        for (int row = 0; row <= ROWS; row++) {
            int reloads = row == 0 ? 1 : many / ROWS;
            long start = System.nanoTime();
            for (int i = 0; i < reloads; i++) {
                memory.reload();
            }
            double seconds = (System.nanoTime() - start) / 1e9 / reloads;
            Use use = memory.now();
            System.out.printf(
                    "%,7d  %7.1f  %12.1f  %,7d  %12.2f%n",
                    memory.reloads, use.heap() / MEGABYTE, use.metaspace() / MEGABYTE, use.classes(), seconds);
        }
    }
}
