package anywire.bench.model;

/**
 * How much the log of a median's ratio varies, on two levels.
 *
 * @param network {@code loopback}, or {@code network} for any that imitates distance: there what processes' fresh starts do
 *     to a median is small beside the delay
 * @param withinSdLog standard deviation between rounds of one generation
 * @param betweenSdLog standard deviation between generations, beyond what the rounds' own explains
 * @param source where it is from
 */
public record Spread(String network, double withinSdLog, double betweenSdLog, String source) {
    public static final String LOOPBACK = "loopback";
    public static final String NETWORK = "network";

    public static String group(Network network) {
        return network == Network.LOOPBACK ? LOOPBACK : NETWORK;
    }
}
