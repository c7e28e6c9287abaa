package anywire.host;

/**
 * A process, told from a later one of the same id by when it began.
 *
 * @param startTicks since the machine started: field 22 of {@code /proc/PID/stat}
 */
record KnownProcess(long pid, long startTicks) {
    /** As the watchdog's script reads it. */
    @Override
    public String toString() {
        return pid + ":" + startTicks;
    }
}
