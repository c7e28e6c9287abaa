package anywire.store;

import anywire.social.Username;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Both directions in memory. A relation is added and removed in both under the lock that the map holds on the follower's
 * entry, so the directions agree whenever nobody is changing them.
 */
public final class MemoryFollows implements FollowStore {
    private final ConcurrentHashMap<Username, NavigableSet<Username>> following = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Username, NavigableSet<Username>> followers = new ConcurrentHashMap<>();

    @Override
    public void add(Username follower, Username followed) {
        following.compute(follower, (name, present) -> {
            NavigableSet<Username> names = present == null ? new ConcurrentSkipListSet<>() : present;
            names.add(followed);
            followers
                    .computeIfAbsent(followed, n -> new ConcurrentSkipListSet<>())
                    .add(follower);
            return names;
        });
    }

    @Override
    public void remove(Username follower, Username followed) {
        following.computeIfPresent(follower, (name, names) -> {
            names.remove(followed);
            NavigableSet<Username> others = followers.get(followed);
            if (others != null) {
                others.remove(follower);
            }
            return names;
        });
    }

    @Override
    public List<Username> following(Username follower) {
        return list(following.get(follower));
    }

    @Override
    public List<Username> followers(Username followed) {
        return list(followers.get(followed));
    }

    @Override
    public int followingCount(Username follower) {
        NavigableSet<Username> names = following.get(follower);
        return names == null ? 0 : names.size();
    }

    private static List<Username> list(@Nullable NavigableSet<Username> names) {
        return names == null ? List.of() : List.copyOf(names);
    }
}
