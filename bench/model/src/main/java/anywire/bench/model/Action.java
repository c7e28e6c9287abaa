package anywire.bench.model;

import anywire.transport.Operation.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a scenario does over and over: each is declared here, and nowhere else. */
public enum Action {
    /** {@code auth/authenticate}. */
    AUTHENTICATE("authenticate", "whose token is this? the hot call: about 60 bytes there, 20 back", Set.of(Kind.CALL)),
    /** {@code storage/timeline}. */
    TIMELINE("timeline", "the newest 100 posts of twenty authors: about 10 kB back", Set.of(Kind.CALL)),
    HOME_TIMELINE(
            "home-timeline", "what a person reads: authenticate, following, timeline: three calls", Set.of(Kind.CALL)),
    /** {@code storage/search}. */
    SEARCH("search", "the newest 20 posts with a word", Set.of(Kind.CALL)),
    /** {@code auth/logIn}. */
    LOG_IN("log-in", "a name and a password for a token: costs what its hash costs", Set.of(Kind.CALL)),
    POST(
            "post",
            "authenticate, store a post, publish it; over when the author may go on",
            Set.of(Kind.CALL, Kind.EVENT)),
    POST_AWAIT("post-await", "store a post; over when it is stored", Set.of(Kind.CALL)),
    POST_ACCEPT("post-accept", "store a post, sent as an event; over when it is taken", Set.of(Kind.CALL, Kind.EVENT)),
    POST_FORGET(
            "post-forget", "store a post, sent as an event; over when it is handed in", Set.of(Kind.CALL, Kind.EVENT)),
    POST_AWAIT_SEEN(
            "post-await-seen",
            "store a post; over when a reader, who asks again and again, sees it",
            Set.of(Kind.CALL)),
    POST_ACCEPT_SEEN(
            "post-accept-seen",
            "store a post, sent as an event; over when a reader sees it",
            Set.of(Kind.CALL, Kind.EVENT)),
    /** Nobody waits for the event. */
    POST_FORGET_SEEN(
            "post-forget-seen",
            "store a post, sent as an event; over when a reader sees it",
            Set.of(Kind.CALL, Kind.EVENT)),
    SEARCH_PAGE_FIRST(
            "search-page-first",
            "as search, but over when it is asked: the page goes out before its answer",
            Set.of(Kind.CALL)),
    /** {@code notify/published}. */
    PUBLISH(
            "publish",
            "an event: a post's followers are to hear of it; over when the caller may go on",
            Set.of(Kind.EVENT)),
    PUBLISH_UNTIL_HEARD(
            "publish-until-heard",
            "publish a post; over when the last follower's inbox has it",
            Set.of(Kind.EVENT, Kind.PUSH)),
    POST_UNTIL_HEARD(
            "post-until-heard",
            "authenticate, store a post, publish it; over when the last follower's inbox has it",
            Set.of(Kind.CALL, Kind.EVENT, Kind.PUSH)),

    /** A calibration's: no suite can name it, and the driver answers it itself. */
    KNOWN_QUEUE("known-queue", "a queue that costs no CPU", Set.of()),
    /** A calibration's. */
    KNOWN_DELAY_NONE("known-delay-none", "no delay", Set.of()),
    /** A calibration's. */
    KNOWN_DELAY_CONSTANT("known-delay-constant", "a constant delay", Set.of()),
    /** A calibration's. */
    KNOWN_DELAY_EXPONENTIAL("known-delay-exponential", "an exponential delay", Set.of()),
    /** A calibration's. */
    KNOWN_DELAY_BIMODAL("known-delay-bimodal", "a short delay or a long one", Set.of());

    private final String word;
    private final String help;
    private final Set<Kind> needs;

    Action(String word, String help, Set<Kind> needs) {
        this.word = word;
        this.help = help;
        this.needs = needs;
    }

    /** As suites and records name it. */
    public String word() {
        return word;
    }

    /** One line for people. */
    public String help() {
        return help;
    }

    /** What a transport must be able to carry; nothing of a calibration's. */
    public Set<Kind> needs() {
        return needs;
    }

    /** Whether it is over when the last follower has been pushed it. */
    public boolean untilHeard() {
        return needs.contains(Kind.PUSH);
    }

    /** Those that a suite can name. */
    public static List<Action> ofSuites() {
        return Arrays.stream(values()).filter(a -> !a.needs.isEmpty()).toList();
    }

    /** A calibration's too. */
    public static Optional<Action> of(String word) {
        return Arrays.stream(values()).filter(a -> a.word.equals(word)).findFirst();
    }

    /** Of those that a suite can name. */
    public static List<String> words() {
        return ofSuites().stream().map(Action::word).toList();
    }

    @Override
    public String toString() {
        return word;
    }
}
