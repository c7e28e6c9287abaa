package anywire.bench.engine.load;

import anywire.host.Population;
import anywire.social.Page;
import anywire.social.Post;
import anywire.social.Services;
import anywire.social.SocialNetwork;
import anywire.social.Token;
import anywire.social.Username;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What a person does on opening the application, users by turns: the answer must be posts of those whom they follow. */
final class HomeTimeline implements Task {
    private static final int POSTS = 20;
    private static final int PEOPLE = 32;

    private final SocialNetwork network;
    private final List<Reader> readers = new ArrayList<>();

    private record Reader(Token token, Set<Username> following, Page page) {
        boolean right(List<Post> posts) {
            long before = Long.MAX_VALUE;
            for (Post post : posts) {
                if (post.id() >= before || !following.contains(post.author())) {
                    return false;
                }
                before = post.id();
            }
            return posts.size() == page.limit();
        }
    }

    HomeTimeline(Services services, Population world) {
        this.network = new SocialNetwork(services);
        for (int user = 0; user < world.graph().users() && readers.size() < PEOPLE; user++) {
            Set<Username> following = new HashSet<>();
            for (int followed : world.graph().following(user)) {
                following.add(world.user(followed));
            }
            if (!following.isEmpty()) {
                Page page = Page.newest(Math.min(POSTS, following.size() * Timeline.POSTS_EACH));
                readers.add(new Reader(world.token(user), following, page));
            }
        }
    }

    @Override
    public CompletionStage<Boolean> start(int number) {
        Reader reader = readers.get(number % readers.size());
        return network.timeline(reader.token(), reader.page()).thenApply(reader::right);
    }

    @Override
    public int maxPerSecond() {
        return 200_000;
    }
}
