package dev.spendsense.queue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A queue in a process of its own, which says what was acknowledged and how far the run is that is being made. */
final class ChildQueue {

    private ChildQueue() {}

    /** Arguments: data folder, number of users of every run. */
    public static void main(String[] arguments) throws IOException {
        RunQueue queue = new Fixture(Path.of(arguments[0])).open();
        while (queue.list(RunFilter.ALL, Optional.empty(), 1).total() == 0
                || queue.counts().get(RunStatus.QUEUED) < 2) {
            say("took " + queue.submit(Fixture.small(arguments[1])).run().id());
        }
        while (true) {
            queue.current()
                    .flatMap(Run::progress)
                    .ifPresent(progress -> say(progress.stage() + " " + progress.users()));
            if (System.in.available() > 0) {
                return;
            }
            Thread.onSpinWait();
        }
    }

    static ProcessBuilder process(Path folder, int users) {
        return new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                ChildQueue.class.getName(),
                folder.toString(),
                Integer.toString(users)));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
