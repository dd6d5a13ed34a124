package dev.spendsense.dataset;

/** What is still to be done when the process is told to end (SIGTERM, SIGINT), unless it is called off before. */
final class EndOfProcess implements AutoCloseable {

    private final Thread hook;

    EndOfProcess(Runnable work) {
        hook = new Thread(work, "end-of-process");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Calls it off. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: too late, and no harm.
        }
    }
}
