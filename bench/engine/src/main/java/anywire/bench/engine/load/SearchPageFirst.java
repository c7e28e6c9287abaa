package anywire.bench.engine.load;

import anywire.social.Services;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** As {@link Search}; but what waits for the answer is the page's reader, not whoever makes the page. */
final class SearchPageFirst implements Task {
    private final Search search;

    SearchPageFirst(Services services) {
        this.search = new Search(services);
    }

    @Override
    public CompletionStage<Boolean> start(int number) {
        CompletableFuture<Boolean> answer = search.start(number).toCompletableFuture();
        // An answer that is there already, and wrong, is a wrong one.
        return answer.isDone() ? answer : CompletableFuture.completedFuture(true);
    }

    @Override
    public int maxPerSecond() {
        return 20_000;
    }
}
