package anywire.bench.analysis.advice;

/**
 * What an entry rests on.
 *
 * @param what in words: the scenario, the test, the document
 * @param link where it is: {@code #scenario-1} of the same report, or an address
 */
public record Evidence(Kind kind, String what, String link) {
    /** The three never mix. */
    public enum Kind {
        /** In this very run. */
        MEASURED("M"),
        /** By the TCK, before it. */
        TESTED("T"),
        /** By a document, or by the transport itself; nobody here tried it. */
        STATED("S");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }
    }

    static Evidence measured(String what, String anchor) {
        return new Evidence(Kind.MEASURED, what, "#" + anchor);
    }

    static Evidence tested(String what) {
        return new Evidence(Kind.TESTED, what, "#" + Anchors.GUARANTEES);
    }

    static Evidence promise() {
        return new Evidence(Kind.STATED, "its own promise", "#" + Anchors.TRANSPORTS);
    }

    static Evidence stated(String source) {
        return new Evidence(Kind.STATED, source, source);
    }
}
