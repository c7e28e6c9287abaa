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
        List<Flaw> flaws) {

    /** The same with more reasons to doubt it. */
    public Window doubted(List<Flaw> more) {
        List<Flaw> all = Stream.concat(flaws.stream(), more.stream()).toList();
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
                all);
    }
}
