package anywire.bench.engine.driver;

import anywire.bench.engine.driver.Protocol.Held;
import anywire.bench.engine.driver.Protocol.HoldCallers;
import anywire.bench.engine.driver.Protocol.Released;
import anywire.social.Page;
import anywire.social.Post;
import anywire.social.StorageService;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers that all wait at once, and what this process holds for them. */
final class Callers {
    private static final long SETTLE_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 30;

    private final StorageService storage;
    private final List<CompletableFuture<List<Post>>> answers = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** @param storage setUp */
    Callers(StorageService storage) {
        this.storage = storage;
    }

    /** @return once all have asked */
    Held hold(HoldCallers hold) throws Exception {
        int threads = threads();
        long resident = residentBytes();
        answers.clear();
        asked.set(0);
        for (int i = 0; i < hold.callers(); i++) {
            CompletableFuture<List<Post>> answer = new CompletableFuture<>();
            answers.add(answer);
            if (hold.blocking()) {
                Thread caller = new Thread(() -> ask(answer).join(), "caller-" + i);
                caller.setDaemon(true);
                caller.start();
            } else {
                CompletableFuture<List<Post>> ignored = ask(answer);
            }
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (asked.get() < hold.callers() && System.nanoTime() - until < 0) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
        int waiting = (int) answers.stream().filter(a -> !a.isDone()).count();
        return new Held(waiting, threads() - threads, residentBytes() - resident);
    }

    private CompletableFuture<List<Post>> ask(CompletableFuture<List<Post>> answer) {
        CompletableFuture<List<Post>> unused = storage.latest(Page.newest(1))
                .toCompletableFuture()
                .whenComplete((posts, failure) -> {
                    if (failure != null) {
                        answer.completeExceptionally(failure);
                    } else {
                        answer.complete(posts);
                    }
                });
        asked.incrementAndGet();
        return answer;
    }

    Released release() throws Exception {
        int answered = 0;
        for (CompletableFuture<List<Post>> answer : answers) {
            try {
                List<Post> ignored = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                answered++;
            } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
                // Not answered: the count says so.
            }
        }
        TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
        return new Released(answered);
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long residentBytes() throws IOException {
        String status = Files.readString(Path.of("/proc/self/status"));
        int at = status.indexOf("VmRSS:");
        return Long.parseLong(
                        status.substring(at + 6, status.indexOf(" kB", at)).trim())
                * 1024;
    }
}
