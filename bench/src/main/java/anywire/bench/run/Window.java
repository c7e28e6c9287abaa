package anywire.bench.run;

import java.util.List;
import java.util.stream.Stream;

/**
 * One cell measured once.
 *
 * @param index its place in the block's order
 * @param startMillis since the run began
 * @param intended latency from when it should have been sent; of a closed loop from the send
 * @param actual latency from when it was sent
 * @param sendLag how late the driver was; empty in a closed loop
 * @param perSecond right answers a second
 * @param driver what the driver's process spent, the sender's own work included
 * @param server what the services' process spent; for in process the same process, so {@link Cost#NONE}
 * @param brokerCpuNanos what the processes of a broker between them spent; 0 where there is none
 * @param machine what went on beside it
 */
public record Window(
        int index,
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
        Machine machine,
        Steadiness steadiness,
        List<Flaw> flaws) {
    /** Of a transport that answers in the driver's own process. */
    public boolean inOneProcess() {
        return server.equals(Cost.NONE);
    }

    /** The same with more reasons to doubt it. */
    public Window doubted(List<Flaw> more) {
        return with(machine, Stream.concat(flaws.stream(), more.stream()).toList());
    }

    /** The same with what went on beside it. */
    public Window beside(Machine what) {
        return with(what, flaws);
    }

    private Window with(Machine what, List<Flaw> all) {
        return new Window(
                index,
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
                what,
                steadiness,
                all);
    }
}
