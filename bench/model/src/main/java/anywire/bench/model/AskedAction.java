package anywire.bench.model;

/**
 * An action with its parameters, as a driver is asked for it.
 *
 * @param followers of the authors that post; 0 for all authors
 * @param network that it goes over
 */
public record AskedAction(Action action, int followers, Network network) {
    /** By all authors, on loopback. */
    public static AskedAction of(Action action) {
        return new AskedAction(action, 0, Network.LOOPBACK);
    }

    /** For people: {@code post-until-heard by authors with 100 followers}. */
    @Override
    public String toString() {
        return action.word()
                + (followers == 0 ? "" : " by authors with " + followers + " followers")
                + (network == Network.LOOPBACK ? "" : " at " + network.shown());
    }
}
