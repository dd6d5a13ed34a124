package dev.spendsense.cli;

/** What a command tells the shell. */
final class ExitCode {

    static final int DONE = 0;
    static final int CHECK_FAILED = 1;
    static final int WRONG_INPUT = 2;
    static final int INTERNAL_ERROR = 3;

    private ExitCode() {}
}
