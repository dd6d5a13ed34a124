package dev.spendsense.run;

import dev.spendsense.dataset.RandomUsers;
import dev.spendsense.run.Progress.Stage;
import dev.spendsense.simulation.Life;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run in a process of its own, which tells its progress line by line and can be made to stop and wait at a stage. */
final class ChildRun {

    private ChildRun() {}

    /** Arguments: dataset, number of users, stage to wait at for ever (or {@code none}). */
    public static void main(String[] arguments) {
        RandomUsers users = new RandomUsers(9, 180);
        Generation generation = new Generation(
                users.origin(),
                Integer.parseInt(arguments[1]),
                index -> new Life(users.history(index), users.truth(index)));
        generation.into(Path.of(arguments[0]), true, 2, state -> {
            System.out.println(state.stage() + " " + state.users());
            if (state.stage().name().equals(arguments[2])) {
                waitForEver();
            }
        });
    }

    static ProcessBuilder process(Path dataset, int users, Stage waitAt) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                ChildRun.class.getName(),
                dataset.toString(),
                Integer.toString(users),
                waitAt == null ? "none" : waitAt.name()));
        return new ProcessBuilder(command);
    }

    private static void waitForEver() {
        try {
            while (System.in.read() != -1) {
                // The parent writes nothing; it kills this process, or closes the stream by dying itself.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
