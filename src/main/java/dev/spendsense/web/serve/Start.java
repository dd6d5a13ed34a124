package dev.spendsense.web.serve;

import dev.spendsense.dataset.DatasetException;
import dev.spendsense.queue.QueueFailure;
import dev.spendsense.rules.RuleBase;
import dev.spendsense.rules.definitions.BrokenRules;
import dev.spendsense.scenario.ScenarioShelf;
import dev.spendsense.web.Service;
import dev.spendsense.web.ServiceSettings;
import dev.spendsense.web.datasets.DefaultDataset;
import dev.spendsense.web.security.UserFile;
import dev.spendsense.web.security.Users;
import dev.spendsense.workbench.revisions.FolderJournal;
import dev.spendsense.workbench.revisions.RevisionStore;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Brings the service up, says where it is, and stays until it is told to end. */
final class Start {

    private final CommandLine command;

    Start(CommandLine command) {
        this.command = command;
    }

    /**
     * Runs the service.
     *
     * @param settings {@code --key=value}, before all others
     * @return the exit code, after the end
     */
    int run(List<String> settings) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        SpringApplication service = new SpringApplication(Service.class);
        service.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) this::prepare);
        ConfigurableApplicationContext context;
        try {
            context = service.run(settings.toArray(String[]::new));
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        tell(context);
        closed.await();
        return 0;
    }

    /** What has to be there before anybody can ask. */
    private void prepare(GenericApplicationContext context) {
        ServiceSettings settings =
                Binder.get(context.getEnvironment()).bindOrCreate("spendsense", ServiceSettings.class);
        if (!settings.onLoopback() && UserFile.in(settings.folder()).users().isEmpty()) {
            throw refused("others than this machine could ask at " + settings.host()
                    + ", and nobody has a token yet: ./spendsense serve token add NAME --role ROLE --data "
                    + settings.data());
        }
        FolderJournal.of(settings.ruleFolder()).finish(RevisionStore.in(settings.revisions()));
        RuleBase rules = RuleBase.load(settings.ruleFolder());
        DefaultDataset dataset = DefaultDataset.in(settings.folder());
        if (!dataset.isThere()) {
            command.getErr().println("making " + dataset.file());
            dataset.make(ScenarioShelf.near(settings.program()), rules);
        }
        context.registerBean(RuleBase.class, () -> rules);
    }

    private void tell(ConfigurableApplicationContext context) {
        ServiceSettings settings = context.getBean(ServiceSettings.class);
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        String base = "http://" + host + ":" + port;
        String token = context.getBean(Users.class)
                .startToken()
                .map(it -> "?token=" + it)
                .orElse("");
        PrintWriter out = command.getOut();
        out.println("Dashboard          " + base + "/operator" + token);
        out.println("API documentation  " + base + "/docs" + token);
        out.println(
                token.isEmpty()
                        ? "Sign in with your token; programs send it as Authorization: Bearer TOKEN"
                        : "The token is good until the service ends; programs send it as Authorization: Bearer TOKEN");
        out.flush();
    }

    private RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ParameterException refused) {
                return refused;
            }
            if (cause instanceof DatasetException obstacle) {
                return obstacle;
            }
            if (cause instanceof PortInUseException taken) {
                return refused("--port: " + taken.getPort() + " is in use; expected one that is free");
            }
            if (cause instanceof BindException) {
                return refused("--host: cannot listen there: " + cause.getMessage());
            }
            if (cause instanceof BrokenRules
                    || cause instanceof QueueFailure
                    || cause instanceof IllegalArgumentException && cause.getCause() == null) {
                return refused(cause.getMessage());
            }
        }
        return failure;
    }

    private ParameterException refused(String why) {
        return new ParameterException(command, why);
    }
}
