package anywire.bench.overview;

/** Whether a row can do something, and how that is known; without evidence nobody knows. */
public record Answer(Known known, String why, Evidence evidence) {
    public enum Known {
        YES,
        NO,
        UNKNOWN
    }

    static Answer of(boolean yes, String why, Evidence evidence) {
        return new Answer(yes ? Known.YES : Known.NO, why, evidence);
    }

    static Answer unknown(String why, Evidence evidence) {
        return new Answer(Known.UNKNOWN, why, evidence);
    }
}
