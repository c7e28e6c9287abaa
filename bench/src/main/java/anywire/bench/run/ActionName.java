package anywire.bench.run;

import anywire.transport.Operation.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a scenario does over and over. */
public enum ActionName {
    /** {@code auth/authenticate}: one small call. */
    AUTHENTICATE("authenticate", Set.of(Kind.CALL)),
    /** {@code storage/timeline}: one small call, a reply of about 10 kB. */
    TIMELINE("timeline", Set.of(Kind.CALL)),
    /** What a person reads: who they are, whom they follow, what those have said. */
    HOME_TIMELINE("home-timeline", Set.of(Kind.CALL)),
    /** {@code storage/search}: one word, the newest 20 posts with it. */
    SEARCH("search", Set.of(Kind.CALL)),
    /** {@code auth/logIn}: a password hash and one small call. */
    LOG_IN("log-in", Set.of(Kind.CALL)),
    /** A post is stored and published; over when the author may go on. */
    POST("post", Set.of(Kind.CALL, Kind.EVENT)),
    /** {@code storage/post}; over when it is stored. */
    POST_AWAIT("post-await", Set.of(Kind.CALL)),
    /** {@code storage/post} as an event; over when it is taken. */
    POST_ACCEPT("post-accept", Set.of(Kind.CALL, Kind.EVENT)),
    /** {@code storage/post} as an event; over when it is handed in. */
    POST_FORGET("post-forget", Set.of(Kind.CALL, Kind.EVENT)),
    /** {@code storage/post}; over when a reader, who asks again and again, sees it. */
    POST_AWAIT_SEEN("post-await-seen", Set.of(Kind.CALL)),
    /** As an event; over when a reader sees it. */
    POST_ACCEPT_SEEN("post-accept-seen", Set.of(Kind.CALL, Kind.EVENT)),
    /** As an event that nobody waits for; over when a reader sees it. */
    POST_FORGET_SEEN("post-forget-seen", Set.of(Kind.CALL, Kind.EVENT)),
    /** {@code storage/search}; over when it is asked: the page goes out before its answer. */
    SEARCH_PAGE_FIRST("search-page-first", Set.of(Kind.CALL)),
    /** {@code notify/published}: one event; over when the caller may go on. */
    PUBLISH("publish", Set.of(Kind.EVENT)),
    /** One event; over when the last follower has been pushed it. */
    PUBLISH_UNTIL_HEARD("publish-until-heard", Set.of(Kind.EVENT, Kind.PUSH)),
    /** A post is stored and published; over when the last follower has been pushed it. */
    POST_UNTIL_HEARD("post-until-heard", Set.of(Kind.CALL, Kind.EVENT, Kind.PUSH));

    private final String word;
    private final Set<Kind> needs;

    ActionName(String word, Set<Kind> needs) {
        this.word = word;
        this.needs = needs;
    }

    /** As suites and records name it. */
    public String word() {
        return word;
    }

    /** What a transport must be able to carry. */
    public Set<Kind> needs() {
        return needs;
    }

    public static Optional<ActionName> of(String word) {
        return Arrays.stream(values()).filter(a -> a.word.equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ActionName::word).toList();
    }
}
