package anywire.bench.load;

import anywire.host.World;
import anywire.social.Services;
import java.time.Duration;
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
     * @param unhurried the same, for making ready: JVMs that have just started, all at once, are slow
     * @param authors numbers of the users that post
     */
    public record Setting(Services services, Services unhurried, World world, List<Integer> authors) {
        public static final Duration UNHURRIED = Duration.ofSeconds(20);
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
            "post-until-heard",
            new Known(
                    "post-until-heard",
                    "authenticate, store a post, publish it; over when the last follower's inbox has it",
                    PostUntilHeard::new));

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
