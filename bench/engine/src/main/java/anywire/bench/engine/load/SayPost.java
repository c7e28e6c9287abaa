package anywire.bench.engine.load;

import anywire.host.Population;
import anywire.social.Services;
import anywire.social.SocialNetwork;
import anywire.social.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A person says something, authors by turns, and goes on once it is stored and its event is sent. */
final class SayPost implements Task {
    private static final String TEXT = "What people say when they have a hundred and forty-one characters to say it in";

    private final SocialNetwork network;
    private final List<Token> authors = new ArrayList<>();

    SayPost(Actions.Setting setting) {
        Services services = setting.services();
        Population world = setting.world();
        this.network = new SocialNetwork(services);
        setting.authors().forEach(author -> authors.add(world.token(author)));
    }

    @Override
    public CompletionStage<Boolean> start(int number) {
        return network.post(authors.get(number % authors.size()), TEXT)
                .thenApply(post -> post.text().equals(TEXT));
    }

    @Override
    public int maxPerSecond() {
        return 50_000;
    }
}
