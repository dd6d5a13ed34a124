package dev.spendsense.cli;

import picocli.CommandLine.Option;

/** What does the work. Spark is another program, which the launcher starts in place of this one. */
final class EngineOption {

    /** What can do the work. */
    enum Engine {
        LOCAL,
        SPARK
    }

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = {
                "What does the work: local (default), this program; or spark, with folders of Parquet tables. ./spendsense "
                        + "fetches Spark, about 250 MB, when it is first asked for, and runs it on all processors here; "
                        + "with --engine spark, --help shows the options there. A cluster takes spendsense-spark.jar."
            })
    private Engine engine = Engine.LOCAL;

    /**
     * Refuses Spark, which only the launcher starts.
     *
     * @param program name of the class that does it there
     */
    void check(String program) {
        if (engine == Engine.SPARK) {
            throw new WrongInput("--engine spark: expected through ./spendsense, which starts Spark; elsewhere, "
                    + "spark-submit --class dev.spendsense.spark." + program + " spendsense-spark.jar");
        }
    }
}
