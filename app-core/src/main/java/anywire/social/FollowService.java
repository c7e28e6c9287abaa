package anywire.social;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Who follows whom. Lists are whole, and in order of name. */
public interface FollowService {
    int MAX_FOLLOWED = StorageService.MAX_AUTHORS;

    /**
     * Twice is as good as once. {@code INVALID} for oneself or more than {@value #MAX_FOLLOWED} people, {@code NOT_FOUND}
     * for somebody who does not exist.
     */
    CompletionStage<Void> follow(Username follower, Username followed);

    /** Nothing happens where nobody was followed. */
    CompletionStage<Void> unfollow(Username follower, Username followed);

    /** Whom this user follows. {@code NOT_FOUND} if there is no such user. */
    CompletionStage<List<Username>> following(Username follower);

    /** Who follows this user. {@code NOT_FOUND} if there is no such user. */
    CompletionStage<List<Username>> followers(Username followed);
}
