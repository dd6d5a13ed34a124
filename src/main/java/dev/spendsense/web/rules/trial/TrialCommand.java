package dev.spendsense.web.rules.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** What runs in a trial's process: reads orders, a line each, and answers them until nobody sends any more. */
public final class TrialCommand {

    /** How folders of temporary files begin. */
    static final String SCRATCH = "spendsense-trial";

    private TrialCommand() {}

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // nothing else may write between the answers
        BlockingQueue<String> orders = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(orders), "orders");
        reader.setDaemon(true);
        reader.start();
        TrialBench bench = new TrialBench(reply -> {
            synchronized (out) {
                out.println(TrialJson.MAPPER.writeValueAsString(reply));
            }
        });
        while (true) {
            bench.carryOut(orders.take());
        }
    }

    /** When nobody is left who could send an order, nobody is left who waits for an answer. */
    private static void read(BlockingQueue<String> orders) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                orders.add(line);
            }
        } catch (IOException e) {
            // as if it had ended
        } finally {
            sweep(Path.of(System.getProperty("java.io.tmpdir")));
            Runtime.getRuntime().halt(0);
        }
    }

    private static void sweep(Path scratch) {
        if (!scratch.getFileName().toString().startsWith(SCRATCH)) {
            return;
        }
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | RuntimeException e) {
            // the system empties its folder of temporary files
        }
    }
}
