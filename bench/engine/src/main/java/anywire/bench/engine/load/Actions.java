package anywire.bench.engine.load;

import anywire.bench.model.Action;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Degree;
import anywire.host.Population;
import anywire.social.Services;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What each action is when it is done. */
public final class Actions {
    private static final Set<Action> READERS = EnumSet.of(Action.TIMELINE, Action.HOME_TIMELINE, Action.SEARCH);

    private Actions() {}

    /**
     * What actions are made of.
     *
     * @param services to be measured: every call with the scenario's deadline
     * @param setUp the same services, for making ready: JVMs that have just started, all at once, are slow
     * @param authors numbers of the users that post
     * @param inboxes of their followers, opened when an action first listens
     */
    public record Setting(Services services, Services setUp, Population world, List<Integer> authors, Inboxes inboxes) {
        public static final Duration SET_UP_TIME = Duration.ofSeconds(20);

        public Setting(Services services, Services setUp, Population world, List<Integer> authors) {
            this(services, setUp, world, authors, new Inboxes(setUp, world, authors));
        }

        /** The same, said by those alone who have so many followers. */
        Setting heardBy(int followers) {
            List<Integer> some = authors.stream()
                    .filter(author -> world.graph().followerCount(author) == followers)
                    .toList();
            if (some.isEmpty()) {
                throw new IllegalArgumentException("no author has " + followers + " followers in this graph");
            }
            return new Setting(services, setUp, world, some, inboxes);
        }
    }

    /** How many posts of each user the services must hold for these. */
    public static int postsEach(Collection<AskedAction> asked) {
        return asked.stream().map(AskedAction::action).anyMatch(READERS::contains) ? Timeline.POSTS_EACH : 0;
    }

    /**
     * Makes one ready: subscriptions live, nothing else outstanding.
     *
     * @throws IllegalArgumentException if no author has as many followers as are asked for
     */
    public static Task task(AskedAction asked, Setting anyAuthor) throws Exception {
        Setting setting = asked.followers() == 0 ? anyAuthor : anyAuthor.heardBy(asked.followers());
        return switch (asked.action()) {
            case AUTHENTICATE -> new Authenticate(setting.services().auth(), setting.world());
            case TIMELINE -> new Timeline(setting.services(), setting.world());
            case HOME_TIMELINE -> new HomeTimeline(setting.services(), setting.world());
            case SEARCH -> new Search(setting.services());
            case LOG_IN -> new LogIn(setting);
            case POST -> new SayPost(setting);
            case POST_AWAIT -> new StorePost(setting.services(), setting.world(), Degree.AWAIT, false);
            case POST_ACCEPT -> new StorePost(setting.services(), setting.world(), Degree.ACCEPT, false);
            case POST_FORGET -> new StorePost(setting.services(), setting.world(), Degree.FORGET, false);
            case POST_AWAIT_SEEN -> new StorePost(setting.services(), setting.world(), Degree.AWAIT, true);
            case POST_ACCEPT_SEEN -> new StorePost(setting.services(), setting.world(), Degree.ACCEPT, true);
            case POST_FORGET_SEEN -> new StorePost(setting.services(), setting.world(), Degree.FORGET, true);
            case SEARCH_PAGE_FIRST -> new SearchPageFirst(setting.services());
            case PUBLISH -> new Publish(setting.services(), setting.world());
            case PUBLISH_UNTIL_HEARD -> new UntilHeard(setting, UntilHeard.Said.PUBLISHED);
            case POST_UNTIL_HEARD -> new UntilHeard(setting, UntilHeard.Said.POSTED);
            case KNOWN_QUEUE -> new Responder(Departures.oneByOne(Responder.QUEUE_SERVICE_NANOS));
            case KNOWN_DELAY_NONE -> new Responder(Departures.after(Delay.NONE));
            case KNOWN_DELAY_CONSTANT -> new Responder(Departures.after(Delay.CONSTANT));
            case KNOWN_DELAY_EXPONENTIAL -> new Responder(Departures.after(Delay.EXPONENTIAL));
            case KNOWN_DELAY_BIMODAL -> new Responder(Departures.after(Delay.BIMODAL));
        };
    }
}
