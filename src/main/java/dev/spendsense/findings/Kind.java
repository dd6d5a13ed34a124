package dev.spendsense.findings;

/** Kinds of advice. */
public enum Kind {
    EDUCATION,
    OFFER
}
