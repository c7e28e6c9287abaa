package anywire.bench.engine.doctor;

/**
 * One line of what the doctor says.
 *
 * @param reason what was seen, with the figure
 * @param remedy the fix, or what else to do; empty where all is well or nothing helps
 */
public record Finding(Level level, String subject, String reason, String remedy) {
    public enum Level {
        OK,
        /** It can be measured, with more doubt or less detail. */
        WARN,
        /** A part of what is measured falls away. */
        MISSING
    }

    static Finding ok(String subject, String reason) {
        return new Finding(Level.OK, subject, reason, "");
    }

    static Finding warn(String subject, String reason, String remedy) {
        return new Finding(Level.WARN, subject, reason, remedy);
    }

    static Finding missing(String subject, String reason, String remedy) {
        return new Finding(Level.MISSING, subject, reason, remedy);
    }
}
