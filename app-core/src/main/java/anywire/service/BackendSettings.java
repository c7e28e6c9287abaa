package anywire.service;

import anywire.codec.Codecs;
import anywire.operation.Operations;
import anywire.social.AuthService;
import anywire.social.FollowService;
import anywire.store.PostStore;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@link Backend} is to be.
 *
 * @param services names of those that run here
 * @param checked whether callers are to prove who they are; otherwise they are trusted
 * @param authPeer auth, where it runs elsewhere; needed if checked, otherwise only asked whether a user exists
 * @param followPeer follow, where it runs elsewhere; needed by notify
 * @param posts where storage keeps them, if not in memory
 * @param seed of the tokens of seeded users
 */
public record BackendSettings(
        Set<String> services,
        boolean checked,
        Codecs codecs,
        Auth.Settings auth,
        Optional<AuthService> authPeer,
        Optional<FollowService> followPeer,
        Optional<PostStore> posts,
        long seed) {
    /** @throws IllegalArgumentException for a name that is no service's, in one line that lists those that are */
    public BackendSettings {
        services = Set.copyOf(services);
        List<String> known = Operations.services();
        for (String service : services) {
            if (!known.contains(service)) {
                throw new IllegalArgumentException(
                        "there is no service '" + service + "'; there are " + String.join(", ", known));
            }
        }
    }

    /** These services, checked, in all codecs. */
    public static BackendSettings of(Collection<String> services) {
        return new BackendSettings(
                new LinkedHashSet<>(services),
                true,
                Codecs.standard(),
                Auth.Settings.standard(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    public static BackendSettings all() {
        return of(Operations.services());
    }

    public BackendSettings trusting() {
        return new BackendSettings(services, false, codecs, auth, authPeer, followPeer, posts, seed);
    }

    public BackendSettings with(Auth.Settings settings) {
        return new BackendSettings(services, checked, codecs, settings, authPeer, followPeer, posts, seed);
    }

    public BackendSettings with(AuthService peer) {
        return new BackendSettings(services, checked, codecs, auth, Optional.of(peer), followPeer, posts, seed);
    }

    public BackendSettings with(FollowService peer) {
        return new BackendSettings(services, checked, codecs, auth, authPeer, Optional.of(peer), posts, seed);
    }

    public BackendSettings with(PostStore store) {
        return new BackendSettings(services, checked, codecs, auth, authPeer, followPeer, Optional.of(store), seed);
    }

    public BackendSettings seed(long number) {
        return new BackendSettings(services, checked, codecs, auth, authPeer, followPeer, posts, number);
    }
}
