package anywire.bench.analysis.advice;

/** Whether a row can do something, and how that is known; without evidence nobody knows. */
public record Capability(Known known, String why, Evidence evidence) {
    public enum Known {
        YES,
        NO,
        UNKNOWN
    }

    static Capability of(boolean yes, String why, Evidence evidence) {
        return new Capability(yes ? Known.YES : Known.NO, why, evidence);
    }

    static Capability unknown(String why, Evidence evidence) {
        return new Capability(Known.UNKNOWN, why, evidence);
    }
}
