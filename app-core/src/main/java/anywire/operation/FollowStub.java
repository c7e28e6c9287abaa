package anywire.operation;

import anywire.operation.FollowOperations.Follow;
import anywire.operation.FollowOperations.Followers;
import anywire.operation.FollowOperations.Following;
import anywire.operation.FollowOperations.Unfollow;
import anywire.operation.FollowOperations.Usernames;
import anywire.social.FollowService;
import anywire.social.Username;
import java.util.List;
import java.util.concurrent.CompletableFuture;

public record FollowStub(Remote remote) implements FollowService {
    @Override
    public CompletableFuture<Void> follow(Username follower, Username followed) {
        return remote.tell(FollowOperations.FOLLOW, new Follow(follower, followed));
    }

    @Override
    public CompletableFuture<Void> unfollow(Username follower, Username followed) {
        return remote.tell(FollowOperations.UNFOLLOW, new Unfollow(follower, followed));
    }

    @Override
    public CompletableFuture<List<Username>> following(Username follower) {
        return remote.ask(FollowOperations.FOLLOWING, new Following(follower), Usernames::usernames);
    }

    @Override
    public CompletableFuture<List<Username>> followers(Username followed) {
        return remote.ask(FollowOperations.FOLLOWERS, new Followers(followed), Usernames::usernames);
    }
}
