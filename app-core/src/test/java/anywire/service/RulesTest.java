package anywire.service;

import static anywire.service.Refused.assertRefused;
import static anywire.service.Refused.done;
import static org.assertj.core.api.Assertions.assertThat;

import anywire.social.FollowService;
import anywire.social.InboxListener;
import anywire.social.NotifyHub;
import anywire.social.Page;
import anywire.social.Post;
import anywire.social.StorageService;
import anywire.social.Username;
import anywire.transport.Refusal;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of storage, follow and notify. */
class RulesTest {
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");
    private static final Username NOBODY = new Username("nobody");
    private static final Page PAGE = Page.newest(10);

    private final Backend backend = new Backend(BackendSettings.all().trusting());
    private final StorageService storage = backend.storage().orElseThrow();
    private final FollowService follow = backend.follow().orElseThrow();
    private final NotifyHub notify = backend.notifications().orElseThrow();

    @BeforeEach
    void two_users() {
        backend.seeding().user(ANN);
        backend.seeding().user(BOB);
    }

    @Test
    void a_post_of_141_characters_is_stored_and_one_of_142_refused() {
        assertThat(done(storage.post(ANN, "x".repeat(141))).text()).hasSize(141);
        assertRefused(storage.post(ANN, "x".repeat(142)), Refusal.INVALID);
        assertRefused(storage.post(ANN, "  "), Refusal.INVALID);
        assertRefused(storage.post(ANN, "\ud83c"), Refusal.INVALID);
    }

    @Test
    void of_an_unknown_author_there_is_nothing_to_be_found_and_of_a_silent_one_an_empty_list() {
        assertThat(assertRefused(storage.byAuthor(NOBODY, PAGE), Refusal.NOT_FOUND))
                .contains("nobody");
        assertThat(done(storage.byAuthor(ANN, PAGE))).isEmpty();
    }

    @Test
    void a_timeline_has_a_most_of_authors() {
        assertRefused(
                storage.timeline(Collections.nCopies(StorageService.MAX_AUTHORS + 1, ANN), PAGE), Refusal.INVALID);
        assertThat(done(storage.timeline(Collections.nCopies(StorageService.MAX_AUTHORS, ANN), PAGE)))
                .isEmpty();
    }

    @Test
    void search_is_for_one_word() {
        Post post = done(storage.post(ANN, "Hello, World"));
        assertThat(done(storage.search("WORLD", PAGE))).containsExactly(post);
        assertRefused(storage.search("two words", PAGE), Refusal.INVALID);
        assertRefused(storage.search("", PAGE), Refusal.INVALID);
    }

    @Test
    void nobody_follows_themselves() {
        assertRefused(follow.follow(ANN, ANN), Refusal.INVALID);
    }

    @Test
    void nobody_follows_somebody_who_does_not_exist() {
        assertRefused(follow.follow(ANN, NOBODY), Refusal.NOT_FOUND);
        assertRefused(follow.following(NOBODY), Refusal.NOT_FOUND);
        assertRefused(follow.followers(NOBODY), Refusal.NOT_FOUND);
    }

    @Test
    void following_twice_is_as_good_as_once_and_so_is_unfollowing() {
        done(follow.follow(ANN, BOB));
        done(follow.follow(ANN, BOB));
        assertThat(done(follow.following(ANN))).containsExactly(BOB);
        assertThat(done(follow.followers(BOB))).containsExactly(ANN);
        done(follow.unfollow(ANN, BOB));
        done(follow.unfollow(ANN, BOB));
        assertThat(done(follow.following(ANN))).isEmpty();
    }

    @Test
    void whoever_follows_the_author_hears_of_a_post_until_they_close() {
        List<Post> heard = new ArrayList<>();
        done(follow.follow(ANN, BOB));
        Subscription subscription = done(notify.inbox(ANN, collecting(heard)));
        done(notify.inbox(BOB, collecting(heard)));
        Post post = done(storage.post(BOB, "hello"));
        done(notify.published(post));
        assertThat(heard).containsExactly(post);
        subscription.close();
        subscription.close();
        done(notify.published(post));
        assertThat(heard).hasSize(1);
        assertThat(subscription.ended()).isCompleted();
    }

    @Test
    void a_post_goes_every_way_once_to_all_its_readers() {
        done(follow.follow(ANN, BOB));
        List<Set<Username>> deliveries = new ArrayList<>();
        Runnable gone = notify.deliverBy((readers, post) -> {
            deliveries.add(readers);
            return CompletableFuture.completedFuture(null);
        });
        notify.deliverBy((readers, post) ->
                CompletableFuture.failedFuture(new TransportException.Closed("the server is closed", false)));
        Post post = done(storage.post(BOB, "hello"));
        done(notify.published(post));
        assertThat(deliveries).containsExactly(Set.of(ANN));
        gone.run();
        done(notify.published(post));
        assertThat(deliveries).hasSize(1);
    }

    @Test
    void a_post_of_whom_nobody_follows_is_told_to_nobody() {
        notify.deliverBy((readers, post) -> CompletableFuture.failedFuture(new IllegalStateException("told")));
        done(notify.published(done(storage.post(BOB, "hello"))));
    }

    private static InboxListener collecting(List<Post> heard) {
        return new InboxListener() {
            @Override
            public void heard(Post post) {
                heard.add(post);
            }

            @Override
            public void gap() {
                throw new AssertionError("a gap within one process");
            }
        };
    }
}
