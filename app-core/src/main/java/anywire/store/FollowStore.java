package anywire.store;

import anywire.social.Username;
import java.util.List;

/** Lists are in order of name. */
public interface FollowStore {
    void add(Username follower, Username followed);

    void remove(Username follower, Username followed);

    List<Username> following(Username follower);

    List<Username> followers(Username followed);

    int followingCount(Username follower);
}
