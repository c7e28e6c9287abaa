package anywire.bench.model;

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

    /** Over when the author goes on. */
    public Action action() {
        return switch (this) {
            case AWAIT -> Action.POST_AWAIT;
            case ACCEPT -> Action.POST_ACCEPT;
            case FORGET -> Action.POST_FORGET;
        };
    }

    /** Over when a reader sees it. */
    public Action seenAction() {
        return switch (this) {
            case AWAIT -> Action.POST_AWAIT_SEEN;
            case ACCEPT -> Action.POST_ACCEPT_SEEN;
            case FORGET -> Action.POST_FORGET_SEEN;
        };
    }
}
