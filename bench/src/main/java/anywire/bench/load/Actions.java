package anywire.bench.load;

import anywire.host.World;
import anywire.social.Services;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions that a scenario can name. */
public final class Actions {
    private Actions() {}

    /**
     * What actions are made of.
     *
     * @param services to be measured: every call with the scenario's deadline
     * @param authors numbers of the users that post
     * @param inboxes of their followers, opened when an action first listens
     */
    public record Setting(Services services, World world, List<Integer> authors, Inboxes inboxes) {
        public static final Duration UNHURRIED = Duration.ofSeconds(20);

        /** @param unhurried as services, for making ready: JVMs that have just started, all at once, are slow */
        public Setting(Services services, Services unhurried, World world, List<Integer> authors) {
            this(services, world, authors, new Inboxes(unhurried, world, authors));
        }
    }

    /** Makes an action ready: subscriptions live, nothing else outstanding. */
    @FunctionalInterface
    public interface Maker {
        Action make(Setting setting) throws Exception;
    }

    /** @param help one line for people */
    public record Known(String name, String help, Maker maker) {}

    private static final Map<String, Known> ALL = Map.of(
            "authenticate",
            new Known(
                    "authenticate",
                    "whose token is this? the hot call: about 60 bytes there, 20 back",
                    setting -> new Authenticate(setting.services().auth(), setting.world())),
            "timeline",
            new Known(
                    "timeline",
                    "the newest 100 posts of twenty authors: about 10 kB back",
                    setting -> new Timeline(setting.services(), setting.world())),
            "publish",
            new Known(
                    "publish",
                    "an event: a post's followers are to hear of it; over when the caller may go on",
                    setting -> new Publish(setting.services(), setting.world())),
            "publish-until-heard",
            new Known(
                    "publish-until-heard",
                    "publish a post; over when the last follower's inbox has it",
                    setting -> new UntilHeard(setting, UntilHeard.Said.PUBLISHED)),
            "post-until-heard",
            new Known(
                    "post-until-heard",
                    "authenticate, store a post, publish it; over when the last follower's inbox has it",
                    setting -> new UntilHeard(setting, UntilHeard.Said.POSTED)));

    /** How many posts of each user the services must hold for these. */
    public static int postsEach(Collection<String> actions) {
        return actions.contains("timeline") ? Timeline.POSTS_EACH : 0;
    }

    /** One that a scenario can name, or one of the {@link Responders}. */
    public static Optional<Known> named(String name) {
        return Optional.ofNullable(ALL.get(name)).or(() -> Responders.named(name));
    }

    public static List<Known> all() {
        return ALL.values().stream()
                .sorted(java.util.Comparator.comparing(Known::name))
                .toList();
    }
}
