package dev.spendsense.web.serve;

import dev.spendsense.web.security.Role;
import dev.spendsense.web.security.UserFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code serve token}: who may use the service. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Gives tokens to those who may use the service, and takes them back; a running service follows.")
final class TokenCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", description = "The folder of the datasets (default: data).")
    private Path data = Path.of("data");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "expected add, list or remove");
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Gives somebody a token and prints it, once; who had one has no other from then on.")
    int add(
            @Parameters(paramLabel = "NAME", description = "Who, as it will stand in the audit log.") String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description = "viewer, operator, analyst or admin.")
                    Role role,
            @Option(names = "--data", paramLabel = "DIR", description = "The folder of the datasets (default: data).")
                    Path folder) {
        String token = with(folder, file -> file.add(name, role, Instant.now()));
        spec.commandLine().getOut().println(token);
        return 0;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists who has a token.")
    int list(
            @Option(names = "--data", paramLabel = "DIR", description = "The folder of the datasets (default: data).")
                    Path folder) {
        with(folder, UserFile::users)
                .forEach(user -> spec.commandLine()
                        .getOut()
                        .printf("%-20s %-9s since %s%n", user.name(), user.role(), user.since()));
        return 0;
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes somebody's token back.")
    int remove(
            @Parameters(paramLabel = "NAME", description = "Whose.") String name,
            @Option(names = "--data", paramLabel = "DIR", description = "The folder of the datasets (default: data).")
                    Path folder) {
        if (!with(folder, file -> file.remove(name))) {
            throw new ParameterException(spec.commandLine(), "nobody is called " + name);
        }
        return 0;
    }

    private <T> T with(Path folder, Function<UserFile, T> work) {
        try {
            return work.apply(UserFile.in(folder == null ? data : folder));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
