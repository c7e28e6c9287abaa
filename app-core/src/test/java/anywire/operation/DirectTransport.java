package anywire.operation;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Format;
import anywire.transport.Listener;
import anywire.transport.Operation;
import anywire.transport.Publisher;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Service;
import anywire.transport.Subscription;
import anywire.transport.kit.LocalHost;
import anywire.transport.kit.Routes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The shortest way from a client to services: a method call. Can lose pushes, and say so, for tests of gaps. */
public final class DirectTransport implements Client, Publisher, AutoCloseable {
    private final LocalHost host = new LocalHost();
    private final Routes routes;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private volatile boolean losing;

    private record Subscriber(String topic, Format format, Listener listener, CompletableFuture<Void> ended)
            implements Subscription {
        @Override
        public void close() {
            ended.complete(null);
        }
    }

    public DirectTransport(List<Service> services) {
        this.routes = new Routes(services, host);
        routes.serving(this);
    }

    public void losePushes() {
        losing = true;
    }

    public void resumeWithGap() {
        losing = false;
        subscribers.forEach(subscriber -> subscriber.listener.gap());
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        return routes.call(call);
    }

    @Override
    public CompletableFuture<Void> send(Call call) {
        return routes.receive(call);
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        return routes.admit(call, topic).thenApply(reply -> {
            if (reply instanceof Reply.Refused refused) {
                throw new RefusedException(refused.why(), refused.detail());
            }
            Subscriber subscriber = new Subscriber(topic, call.accept(), listener, new CompletableFuture<>());
            subscribers.add(subscriber);
            return subscriber;
        });
    }

    @Override
    public CompletableFuture<Void> publish(Operation push, Set<String> topics, Item item) {
        for (Subscriber subscriber : subscribers) {
            if (!losing && !subscriber.ended.isDone() && topics.contains(subscriber.topic)) {
                Body body = item.as(subscriber.format);
                subscriber.listener.push(body);
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Map<String, String> facts() {
        return Map.of();
    }

    @Override
    public void close() {
        routes.stopped(this);
        host.close();
    }
}
