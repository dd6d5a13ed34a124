package dev.spendsense;

import dev.spendsense.cli.SpendSense;
import dev.spendsense.web.serve.ServeCommand;

/** The program as it is started: the commands, and the service as one more of them. Neither knows the other. */
public final class Program {

    private Program() {}

    public static void main(String[] arguments) {
        System.exit(SpendSense.run(arguments, new ServeCommand()));
    }
}
