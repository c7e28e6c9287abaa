package anywire.bench.overview;

/** Where in a report evidence stands: identifiers of its sections. */
public final class Anchors {
    public static final String COST = "cost";
    public static final String CAPACITY = "capacity";
    public static final String SYNCHRONICITY = "synchronicity";
    public static final String OVERLOAD = "overload";
    public static final String GUARANTEES = "guarantees";
    public static final String TRANSPORTS = "transports";

    private Anchors() {}

    /** @param index in the suite, from 0: names may hold anything */
    public static String scenario(int index) {
        return "scenario-" + (index + 1);
    }
}
