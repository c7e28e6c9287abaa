package anywire.bench.run;

/**
 * What is asked of every transport.
 *
 * @param action what is done, by name: {@code authenticate}, {@code post-until-heard}
 * @param codec {@code binary} or {@code json}
 * @param followers of the authors that post: those of the graph's who have that many; 0 for all of them
 * @param network between the processes
 * @param primary whether its verdicts are among those that the report leads with, and are corrected for together
 */
public record Scenario(
        String name, String action, String codec, Load load, int followers, Network network, boolean primary) {
    /** Between an action and the network that it goes over. */
    public static final char OVER = '~';

    /** The same at another rate. */
    public Scenario at(double ratePerSecond) {
        return new Scenario(name, action, codec, new Load(load.loop(), ratePerSecond, 0), followers, network, primary);
    }

    /** By all authors, on loopback. */
    public Scenario(String name, String action, String codec, Load load, boolean primary) {
        this(name, action, codec, load, 0, Network.LOOPBACK, primary);
    }

    /**
     * The action as a driver knows it: {@code post-until-heard}, {@code post-until-heard@100},
     * {@code post-until-heard@100~zone}.
     */
    public String asked() {
        return action
                + (followers == 0 ? "" : "@" + followers)
                + (network == Network.LOOPBACK ? "" : OVER + network.word());
    }

    /** For people: how it is asked, and over which network if it isn't loopback. */
    public String conditions() {
        return network == Network.LOOPBACK ? load.toString() : load + ", at a round trip of " + network.shown();
    }

    /**
     * How it is asked.
     *
     * @param ratePerSecond of an open loop; 0 in a closed one
     * @param inFlight of a closed loop; 0 in an open one
     */
    public record Load(Loop loop, double ratePerSecond, int inFlight) {
        @Override
        public String toString() {
            String rate = ratePerSecond == Math.rint(ratePerSecond)
                    ? String.format(java.util.Locale.ROOT, "%,d", (long) ratePerSecond)
                    : String.valueOf(ratePerSecond);
            return switch (loop) {
                case POISSON -> "open, " + rate + "/s (Poisson)";
                case CONSTANT -> "open, " + rate + "/s (constant)";
                case CLOSED -> "closed, " + inFlight + " in flight";
                case BLOCKING -> "closed, one caller that waits";
            };
        }
    }

    public enum Loop {
        /** Open: independent arrivals at a mean rate. */
        POISSON,
        /** Open: evenly spaced arrivals. */
        CONSTANT,
        /** The next is sent when one comes back, from its completion. */
        CLOSED,
        /** The next is sent when one comes back, by one caller that waits for it: what a blocking client costs. */
        BLOCKING;

        public boolean open() {
            return this == POISSON || this == CONSTANT;
        }
    }
}
