package anywire.bench.run;

import java.util.Locale;

/** How long somebody who posts waits. */
public enum Degree {
    /** Until it is stored. */
    AWAIT,
    /** Until whatever lies between has taken it: the service, or a broker. */
    ACCEPT,
    /** Not at all. */
    FORGET;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code post-await}: over when the author goes on. */
    public String action() {
        return "post-" + word();
    }

    /** {@code post-await-seen}: over when a reader sees it. */
    public String seenAction() {
        return action() + "-seen";
    }
}
