package anywire.bench.engine.runner;

/** The one transport whose services live in the driver's process. */
final class InProcessScheme {
    private InProcessScheme() {}

    static boolean is(String scheme) {
        return scheme.equals("inproc");
    }
}
