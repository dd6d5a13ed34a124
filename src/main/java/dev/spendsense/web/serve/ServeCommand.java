package dev.spendsense.web.serve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code serve}: starts the service and stays until it is told to end. Loads nothing of Spring before it is called, since
 * every command knows it.
 */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        subcommands = TokenCommand.class,
        description = {
            "Serves the datasets of the data folder by REST, with a dashboard; makes the default dataset if there is none. "
                    + "Ctrl-C ends."
        })
public final class ServeCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on, 0 for any (default: 8000).")
    private Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "Address to listen on (default: 127.0.0.1). Others than this machine's own take configured users.")
    private String host;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of the datasets (default: data).")
    private Path data;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The folder of the rules, which is watched (default: rules/, here or where the program is).")
    private Path rules;

    @Option(names = "--accept-drafts", description = "Let analysts try rules that they send.")
    private boolean acceptDrafts;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<String> settings = new ArrayList<>();
        add(settings, "home", System.getProperty("spendsense.home"));
        add(settings, "port", port);
        add(settings, "host", host);
        add(settings, "data", data);
        add(settings, "rules", rules);
        if (acceptDrafts) {
            add(settings, "accept-drafts", true);
        }
        return new Start(spec.commandLine()).run(settings);
    }

    private static void add(List<String> settings, String key, Object value) {
        if (value != null) {
            settings.add("--spendsense." + key + "=" + value);
        }
    }
}
