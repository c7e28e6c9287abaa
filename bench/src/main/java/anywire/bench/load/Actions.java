package anywire.bench.load;

import anywire.bench.run.Degree;
import anywire.host.World;
import anywire.social.Services;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The actions that a scenario can name. */
public final class Actions {
    private static final Set<String> READERS = Set.of("timeline", "home-timeline", "search");

    private Actions() {}

    /**
     * What actions are made of.
     *
     * @param services to be measured: every call with the scenario's deadline
     * @param unhurried the same services, for making ready: JVMs that have just started, all at once, are slow
     * @param authors numbers of the users that post
     * @param inboxes of their followers, opened when an action first listens
     */
    public record Setting(Services services, Services unhurried, World world, List<Integer> authors, Inboxes inboxes) {
        public static final Duration UNHURRIED = Duration.ofSeconds(20);

        public Setting(Services services, Services unhurried, World world, List<Integer> authors) {
            this(services, unhurried, world, authors, new Inboxes(unhurried, world, authors));
        }

        /** The same, said by those alone who have so many followers. */
        Setting heardBy(int followers) {
            List<Integer> some = authors.stream()
                    .filter(author -> world.graph().followerCount(author) == followers)
                    .toList();
            if (some.isEmpty()) {
                throw new IllegalArgumentException("no author has " + followers + " followers in this graph");
            }
            return new Setting(services, unhurried, world, some, inboxes);
        }
    }

    /** Makes an action ready: subscriptions live, nothing else outstanding. */
    @FunctionalInterface
    public interface Maker {
        Action make(Setting setting) throws Exception;
    }

    /** @param help one line for people */
    public record Known(String name, String help, Maker maker) {}

    private static final Map<String, Known> ALL = byName(
            new Known(
                    "authenticate",
                    "whose token is this? the hot call: about 60 bytes there, 20 back",
                    setting -> new Authenticate(setting.services().auth(), setting.world())),
            new Known(
                    "timeline",
                    "the newest 100 posts of twenty authors: about 10 kB back",
                    setting -> new Timeline(setting.services(), setting.world())),
            new Known(
                    "home-timeline",
                    "what a person reads: who am I, whom do I follow, what have they said: three calls",
                    setting -> new HomeTimeline(setting.services(), setting.world())),
            new Known("search", "the newest 20 posts with a word", setting -> new Search(setting.services())),
            new Known(
                    "log-in",
                    "a name and a password for a token: costs what its hash costs",
                    setting -> new LogIn(setting)),
            new Known(
                    "search-page-first",
                    "as search, but over when it is asked: the page goes out before its answer",
                    setting -> new SearchPageFirst(setting.services())),
            degree(Degree.AWAIT, false, "store a post; over when it is stored"),
            degree(Degree.ACCEPT, false, "store a post, sent as an event; over when it is taken"),
            degree(Degree.FORGET, false, "store a post, sent as an event; over when it is handed in"),
            degree(Degree.AWAIT, true, "store a post; over when a reader, who asks again and again, sees it"),
            degree(Degree.ACCEPT, true, "store a post, sent as an event; over when a reader sees it"),
            degree(Degree.FORGET, true, "store a post, sent as an event; over when a reader sees it"),
            new Known(
                    "post",
                    "authenticate, store a post, publish it; over when the author may go on",
                    setting -> new SayPost(setting)),
            new Known(
                    "publish",
                    "an event: a post's followers are to hear of it; over when the caller may go on",
                    setting -> new Publish(setting.services(), setting.world())),
            new Known(
                    "publish-until-heard",
                    "publish a post; over when the last follower's inbox has it",
                    setting -> new UntilHeard(setting, UntilHeard.Said.PUBLISHED)),
            new Known(
                    "post-until-heard",
                    "authenticate, store a post, publish it; over when the last follower's inbox has it",
                    setting -> new UntilHeard(setting, UntilHeard.Said.POSTED)));

    private static Known degree(Degree degree, boolean seen, String help) {
        return new Known(
                seen ? degree.seenAction() : degree.action(),
                help,
                setting -> new StorePost(setting.services(), setting.world(), degree, seen));
    }

    private static Map<String, Known> byName(Known... all) {
        return Arrays.stream(all).collect(Collectors.toMap(Known::name, known -> known));
    }

    /** How many posts of each user the services must hold for these. */
    public static int postsEach(Collection<String> actions) {
        return actions.stream().anyMatch(READERS::contains) ? Timeline.POSTS_EACH : 0;
    }

    /** One that a scenario can name, with {@code @FOLLOWERS} if need be, or one of the {@link Responders}. */
    public static Optional<Known> named(String name) {
        int at = name.indexOf('@');
        if (at >= 0) {
            int followers = Integer.parseInt(name, at + 1, name.length(), 10);
            return named(name.substring(0, at))
                    .map(known -> new Known(
                            name, known.help(), setting -> known.maker().make(setting.heardBy(followers))));
        }
        return Optional.ofNullable(ALL.get(name)).or(() -> Responders.named(name));
    }

    public static List<Known> all() {
        return ALL.values().stream()
                .sorted(java.util.Comparator.comparing(Known::name))
                .toList();
    }
}
