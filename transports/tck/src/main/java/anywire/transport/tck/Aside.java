package anywire.transport.tck;

import java.util.concurrent.CompletableFuture;

/** Something that may block, on a thread of its own. */
final class Aside {
    private Aside() {}

    static CompletableFuture<Void> run(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                        done.complete(null);
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                },
                "tck-aside");
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
