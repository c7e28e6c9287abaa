package anywire.operation;

import static anywire.operation.Done.NOTHING;
import static anywire.transport.Operation.Effect.READS;
import static anywire.transport.Operation.Effect.REPEATABLE;
import static anywire.transport.Operation.Work.QUICK;

import anywire.social.FollowService;
import anywire.social.Username;
import java.util.List;

/** What can be asked of {@link FollowService}. */
public final class FollowOperations {
    private static final String FOLLOW_SERVICE = "follow";
    private static final Usernames EXAMPLE_NAMES = new Usernames(List.of(Examples.ANN, Examples.BOB));

    public record Follow(Username follower, Username followed) {}

    public record Unfollow(Username follower, Username followed) {}

    public record Following(Username follower) {}

    public record Followers(Username followed) {}

    /** In order of name. */
    public record Usernames(List<Username> usernames) {}

    public static final Procedure<FollowService, Follow, Done> FOLLOW = Declaration.call(
                    FOLLOW_SERVICE, "follow", REPEATABLE, QUICK)
            .summary("From now on the follower hears what the followed says.")
            .takes(new Follow(Examples.ANN, Examples.BOB))
            .onBehalfOf(Follow::follower)
            .gives(NOTHING)
            .by((follow, ask) -> follow.follow(ask.follower, ask.followed).thenApply(done -> NOTHING));

    public static final Procedure<FollowService, Unfollow, Done> UNFOLLOW = Declaration.call(
                    FOLLOW_SERVICE, "unfollow", REPEATABLE, QUICK)
            .summary("From now on the follower doesn't.")
            .takes(new Unfollow(Examples.ANN, Examples.BOB))
            .onBehalfOf(Unfollow::follower)
            .gives(NOTHING)
            .by((follow, ask) -> follow.unfollow(ask.follower, ask.followed).thenApply(done -> NOTHING));

    public static final Procedure<FollowService, Following, Usernames> FOLLOWING = Declaration.call(
                    FOLLOW_SERVICE, "following", READS, QUICK)
            .summary("Whom a user follows.")
            .takes(new Following(Examples.ANN))
            .gives(EXAMPLE_NAMES)
            .by((follow, ask) -> follow.following(ask.follower).thenApply(Usernames::new));

    public static final Procedure<FollowService, Followers, Usernames> FOLLOWERS = Declaration.call(
                    FOLLOW_SERVICE, "followers", READS, QUICK)
            .summary("Who follows a user.")
            .takes(new Followers(Examples.BOB))
            .gives(EXAMPLE_NAMES)
            .by((follow, ask) -> follow.followers(ask.followed).thenApply(Usernames::new));

    static final Contract<FollowService> CONTRACT =
            new Contract<>(FOLLOW_SERVICE, List.of(FOLLOW, UNFOLLOW, FOLLOWING, FOLLOWERS), List.of());

    private FollowOperations() {}
}
