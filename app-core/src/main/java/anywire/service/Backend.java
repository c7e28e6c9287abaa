package anywire.service;

import anywire.operation.CallerCheck;
import anywire.operation.Contract;
import anywire.operation.Operations;
import anywire.operation.Skeleton;
import anywire.social.AuthService;
import anywire.social.FollowService;
import anywire.social.NotifyHub;
import anywire.social.StorageService;
import anywire.social.Token;
import anywire.store.FollowStore;
import anywire.store.MemoryFollows;
import anywire.store.MemoryPosts;
import anywire.store.MemorySessions;
import anywire.store.MemoryUsers;
import anywire.store.PostStore;
import anywire.store.SessionStore;
import anywire.store.UserStore;
import anywire.transport.Service;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Some or all of the four services, over stores in memory (posts elsewhere, if told so), ready for any transport to serve. */
public final class Backend {
    private final BackendSettings settings;
    private final UserStore users = new MemoryUsers();
    private final SessionStore sessions = new MemorySessions();
    private final PostStore posts;
    private final FollowStore follows = new MemoryFollows();

    private final Optional<AuthService> auth;
    private final Optional<StorageService> storage;
    private final Optional<FollowService> follow;
    private final Optional<NotifyHub> notifications;
    private final List<Service> services = new ArrayList<>();

    /** @throws IllegalArgumentException if a service needs one that neither runs here nor is given as a peer */
    public Backend(BackendSettings settings) {
        this.settings = settings;
        this.posts = settings.posts().orElseGet(MemoryPosts::new);
        Clock clock = settings.auth().clock();
        this.auth = local(Operations.AUTH, () -> new Auth(users, sessions, settings.auth()));
        UserLookup lookup = reachableAuth().<UserLookup>map(a -> a::knows).orElse(UserLookup.everybody());
        this.storage = local(Operations.STORAGE, () -> new Storage(posts, lookup, clock));
        this.follow = local(Operations.FOLLOW, () -> new Follow(follows, lookup));
        this.notifications = local(Operations.NOTIFY, () -> new Notify(reachableFollow()));
    }

    private <S> Optional<S> local(Contract<S> contract, Supplier<S> maker) {
        if (!settings.services().contains(contract.service())) {
            return Optional.empty();
        }
        S service = maker.get();
        Skeleton<S> skeleton = new Skeleton<>(contract, service, settings.codecs());
        services.add(settings.checked() ? checked(skeleton, service) : skeleton);
        return Optional.of(service);
    }

    private Service checked(Skeleton<?> skeleton, Object service) {
        AuthService asked = service instanceof AuthService itself
                ? itself
                : reachableAuth()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "callers can't be checked: auth neither runs here nor is given as a peer"));
        return new CallerCheck(skeleton, credential -> asked.authenticate(Token.of(credential)));
    }

    private Optional<AuthService> reachableAuth() {
        return auth.or(settings::authPeer);
    }

    private FollowService reachableFollow() {
        return follow.or(settings::followPeer)
                .orElseThrow(() -> new IllegalArgumentException(
                        "notify can't find followers: follow neither runs here nor is given as a peer"));
    }

    /** For {@code Transport.serve}. */
    public List<Service> services() {
        return List.copyOf(services);
    }

    public Optional<AuthService> auth() {
        return auth;
    }

    public Optional<StorageService> storage() {
        return storage;
    }

    public Optional<FollowService> follow() {
        return follow;
    }

    public Optional<NotifyHub> notifications() {
        return notifications;
    }

    /** Fills the stores of the services that run here; the rest is left out. */
    public Seeding seeding() {
        return new Seeding(settings, users, sessions, posts, follows);
    }
}
