package dev.spendsense.cli;

import dev.spendsense.rules.RuleBase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Rules that are being loaded while something else is done. */
final class RulesUnderWay {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final CompletableFuture<Optional<RuleBase>> rules;

    private RulesUnderWay(CompletableFuture<Optional<RuleBase>> rules) {
        this.rules = rules;
    }

    /** Nobody is to be judged. */
    static RulesUnderWay none() {
        return new RulesUnderWay(CompletableFuture.completedFuture(Optional.empty()));
    }

    /** Begins to load a folder. */
    static RulesUnderWay load(RuleFolder folder) {
        return new RulesUnderWay(CompletableFuture.supplyAsync(() -> Optional.of(folder.load())));
    }

    /**
     * Waits for the rules.
     *
     * @param takesLong is told once if it takes so long that somebody might wonder
     * @throws WrongInput when the rules cannot be used
     */
    Optional<RuleBase> await(Runnable takesLong) {
        try {
            return rules.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            takesLong.run();
        } catch (ExecutionException e) {
            // told below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            return rules.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
