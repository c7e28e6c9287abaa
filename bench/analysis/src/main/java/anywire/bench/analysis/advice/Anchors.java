package anywire.bench.analysis.advice;

/** Where in a report evidence stands: identifiers of its sections. */
public final class Anchors {
    public static final String ADVISE = "advise";
    public static final String LOAD_CURVE = "load-curve";
    public static final String COST = "cost";
    public static final String CAPACITY = "capacity";
    public static final String FOOTPRINT = "footprint";
    public static final String STEPS = "steps";
    public static final String SYNCHRONICITY = "synchronicity";
    public static final String OVERLOAD = "overload";
    public static final String GUARANTEES = "guarantees";
    public static final String TRANSPORTS = "transports";
    private static final String SCENARIO = "scenario-";

    private Anchors() {}

    /** @param index in the suite, from 0: names may hold anything */
    public static String scenario(int index) {
        return SCENARIO + (index + 1);
    }

    public static boolean isScenario(String id) {
        return id.startsWith(SCENARIO);
    }
}
