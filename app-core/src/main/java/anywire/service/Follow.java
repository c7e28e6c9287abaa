package anywire.service;

import anywire.social.FollowService;
import anywire.social.Username;
import anywire.store.FollowStore;
import anywire.transport.Refusal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@link FollowService} over a store. */
public final class Follow implements FollowService {
    private final FollowStore follows;
    private final UserLookup users;

    public Follow(FollowStore follows, UserLookup users) {
        this.follows = follows;
        this.users = users;
    }

    @Override
    public CompletionStage<Void> follow(Username follower, Username followed) {
        if (follower.equals(followed)) {
            return Refuse.because(Refusal.INVALID, "nobody follows themselves");
        }
        return users.knows(followed).thenCompose(known -> known ? add(follower, followed) : Refuse.unknown(followed));
    }

    private CompletionStage<Void> add(Username follower, Username followed) {
        if (follows.followingCount(follower) >= MAX_FOLLOWED) {
            return Refuse.because(
                    Refusal.INVALID, follower + " follows " + MAX_FOLLOWED + " already, the most allowed");
        }
        follows.add(follower, followed);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> unfollow(Username follower, Username followed) {
        follows.remove(follower, followed);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<List<Username>> following(Username follower) {
        return orUnknown(follower, follows.following(follower));
    }

    @Override
    public CompletionStage<List<Username>> followers(Username followed) {
        return orUnknown(followed, follows.followers(followed));
    }

    /** Asks whether there is such a user only where the list is empty. */
    private CompletionStage<List<Username>> orUnknown(Username user, List<Username> found) {
        if (!found.isEmpty()) {
            return CompletableFuture.completedFuture(found);
        }
        return users.knows(user)
                .thenCompose(known -> known ? CompletableFuture.completedFuture(found) : Refuse.unknown(user));
    }
}
