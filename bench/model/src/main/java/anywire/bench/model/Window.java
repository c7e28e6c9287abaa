package anywire.bench.model;

/**
 * One cell measured once.
 *
 * @param index its place in the generation's order
 * @param round which of the run's rounds it belongs to, counted from 1; of a floor, the round that it stands before
 * @param startMillis since the run began
 * @param intended latency from when it should have been sent; of a closed loop from the send
 * @param actual latency from when it was sent
 * @param sendLag how late the driver was; empty in a closed loop
 * @param perSecond right answers a second
 * @param driver what the driver's process spent, the sender's own work included
 * @param server what the services' process spent; for in process the same process, so {@link Cost#NONE}
 * @param brokerCpuNanos what the processes of a broker between them spent; 0 where there is none
 * @param brokerJitNanos of these, by compilers; 0 of a broker that is no JVM
 * @param machine what went on beside it
 */
public record Window(
        int index,
        int round,
        String scenario,
        String transport,
        long startMillis,
        double seconds,
        Latency intended,
        Latency actual,
        Latency sendLag,
        double perSecond,
        Accounting accounting,
        Cost driver,
        Cost server,
        long brokerCpuNanos,
        long brokerJitNanos,
        Machine machine,
        Steadiness steadiness) {
    /** Of a transport that answers in the driver's own process. */
    public boolean inOneProcess() {
        return server.equals(Cost.NONE);
    }

    /** Compilers, of whichever of its processes they were busiest in. */
    public long busiestJitNanos() {
        return Math.max(brokerJitNanos, Math.max(driver.jitNanos(), server.jitNanos()));
    }

    /** The same with what went on beside it. */
    public Window beside(Machine what) {
        return new Window(
                index,
                round,
                scenario,
                transport,
                startMillis,
                seconds,
                intended,
                actual,
                sendLag,
                perSecond,
                accounting,
                driver,
                server,
                brokerCpuNanos,
                brokerJitNanos,
                what,
                steadiness);
    }
}
