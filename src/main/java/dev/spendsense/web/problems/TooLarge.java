package dev.spendsense.web.problems;

import java.io.IOException;

/** A body turned out to be larger than allowed while it was read. */
public final class TooLarge extends IOException {

    private static final long serialVersionUID = 1;

    private final long largest;

    /** @param largest bytes that are allowed */
    public TooLarge(long largest) {
        super("the body is larger than " + largest + " bytes");
        this.largest = largest;
    }

    public Problem problem() {
        return Problem.of(ProblemType.BODY_TOO_LARGE, getMessage()).with("largest_bytes", largest);
    }
}
