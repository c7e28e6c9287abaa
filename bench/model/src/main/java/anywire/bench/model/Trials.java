package anywire.bench.model;

import java.util.List;

/** What was tried row by row once the generations were over: each once, so its figures have no interval. */
public record Trials(List<Outage> outages, List<Waiting> waiting, List<Overload> overloads) {
    public static final Trials NONE = new Trials(List.of(), List.of(), List.of());

    /** What a suite can ask for. */
    public enum Kind {
        /** {@link Outage}, of each {@link Degree}. */
        OUTAGE("storage-outage"),
        /** {@link Waiting}. */
        WAITING("waiting-callers"),
        /** {@link Overload}. */
        OVERLOAD("overload");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Posts at a steady rate while storage, whose posts outlive it, was killed and came back.
     *
     * @param degree how long authors waited: {@code await}, {@code accept}, {@code forget}
     * @param downSeconds from the kill until it served again
     * @param sent posts
     * @param wentOn their authors were told nothing bad
     * @param failed their authors were told so
     * @param stored read back at the end, each once
     * @param lost of those that went on
     * @param storedThoughFailed of those that failed
     */
    public record Outage(
            String row,
            String degree,
            double downSeconds,
            long sent,
            long wentOn,
            long failed,
            long stored,
            long doubled,
            long lost,
            long storedThoughFailed) {}

    /**
     * What a front end holds while so many callers wait for storage.
     *
     * @param blocking a thread waits for each answer; or none does
     * @param waited how many calls were under way at once
     * @param threads of the front end more than before
     * @param residentBytes more than before
     * @param answered once storage went on
     */
    public record Waiting(
            String row, boolean blocking, int callers, int waited, int threads, long residentBytes, int answered) {}

    /**
     * Events at ten times the rate that their consumer can handle.
     *
     * @param handledPerSecond at the rate at which they were handled while too many came
     * @param offeredPerSecond what was sent
     * @param offeredSeconds for how long
     * @param drainSeconds from the last one sent until none waited any more; or until patience ended
     * @param left not handled by then
     * @param moments over time
     */
    public record Overload(
            String row,
            double handledPerSecond,
            double offeredPerSecond,
            double offeredSeconds,
            double drainSeconds,
            long sent,
            long wentOn,
            long failed,
            List<String> faults,
            long handled,
            long left,
            List<Moment> moments) {}

    /**
     * One step of time.
     *
     * @param seconds when it ended, from the first event sent on
     * @param sent so far
     * @param wentOn so far
     * @param failed so far: their producers were told so
     * @param handled so far
     * @param producerNanos the median time until producers went on, of those that did in this step; 0 for none
     */
    public record Moment(double seconds, long sent, long wentOn, long failed, long handled, long producerNanos) {
        /** Sent, not refused, not handled yet: wherever it waits. */
        public long backlog() {
            return Math.max(0, sent - failed - handled);
        }
    }
}
