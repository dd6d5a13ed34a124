package dev.spendsense.cli;

import dev.spendsense.dataset.Dataset;
import dev.spendsense.dataset.RuleText;
import dev.spendsense.json.TwinJson;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.twin.NoTwin;
import dev.spendsense.twin.TwinPage;
import dev.spendsense.twin.Twins;
import dev.spendsense.twin.WhatIf;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twin USER}: the same life with one thing changed. */
@Command(
        name = "twin",
        mixinStandardHelpOptions = true,
        description = {
            "Lives the life of one user again with one thing changed, and shows where the two ledgers part, and what the "
                    + "rules that the dataset keeps conclude of either."
        })
final class TwinCommand implements Callable<Integer> {

    @Parameters(paramLabel = "USER", description = UserChoice.DESCRIPTION)
    private String user;

    @ArgGroup(multiplicity = "1")
    private Changed changed;

    private static final class Changed {

        @Option(names = "--without", paramLabel = "EVENT", description = "An event that the user does not meet.")
        private String without;

        @Option(
                names = "--set",
                paramLabel = "PATH=VALUE",
                description = {
                    "A field of the scenario that is otherwise, as in population.balanced.cards.utilization=[0.8,0.9]. "
                            + "May be repeated."
                })
        private List<String> settings;

        WhatIf whatIf() {
            return without != null ? new WhatIf.Without(without) : new WhatIf.With(settings);
        }
    }

    @Mixin
    private DatasetOption dataset;

    @Option(
            names = "--every",
            paramLabel = "DAYS",
            description = "How often the rules look at both lives, as in 7d (default: as they did in the dataset).")
    private String every;

    @Option(names = "--json", description = "Print everything that differs as JSON.")
    private boolean json;

    @Mixin
    private PageOption page = new PageOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        page.check();
        Twins twins;
        Optional<RuleText> rules;
        try (Dataset opened = dataset.open()) {
            rules = opened.run().origin().rules();
            twins = Twins.of(opened, UserChoice.in(opened, user), changed.whatIf(), Optional.ofNullable(every));
        } catch (NoTwin none) {
            throw new WrongInput(none.getMessage());
        } catch (BrokenRules broken) {
            throw new WrongInput("this version cannot use the rules that the dataset keeps: " + broken.getMessage());
        }
        page.write(() -> new TwinPage(twins, rules).html());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(TwinJson.of(twins), out);
        } else {
            new TwinScreen(twins, rules).lines().forEach(out::println);
        }
        return ExitCode.DONE;
    }
}
