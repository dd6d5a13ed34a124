package dev.spendsense.web;

/** Where the interface is. */
public final class Api {

    /** What every path of the interface begins with. */
    public static final String ROOT = "/api/v1";

    private Api() {}
}
