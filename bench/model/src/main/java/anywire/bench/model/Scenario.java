package anywire.bench.model;

/**
 * What is asked of every transport.
 *
 * @param action what is done
 * @param codec {@code binary} or {@code json}
 * @param followers of the authors that post: those of the graph's who have that many; 0 for all of them
 * @param network between the processes
 * @param primary whether its verdicts are among those that the report leads with, and are corrected for together
 */
public record Scenario(
        String name, Action action, String codec, Load load, int followers, Network network, boolean primary) {
    /** The same at another rate. */
    public Scenario at(double ratePerSecond) {
        return new Scenario(name, action, codec, new Load(load.loop(), ratePerSecond, 0), followers, network, primary);
    }

    /** By all authors, on loopback. */
    public Scenario(String name, Action action, String codec, Load load, boolean primary) {
        this(name, action, codec, load, 0, Network.LOOPBACK, primary);
    }

    /** The action as a driver is asked for it. */
    public AskedAction asked() {
        return new AskedAction(action, followers, network);
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
