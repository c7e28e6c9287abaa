package anywire.transport.tck;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Listener;
import anywire.transport.Operation;
import anywire.transport.Publisher;
import anywire.transport.Reply;
import anywire.transport.Service;
import anywire.transport.Subscription;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Faults of subscriptions and pushes. */
final class PushMutants {
    private PushMutants() {}

    static List<Mutant> all() {
        return List.of(
                publishing(
                        "loses one item in a hundred",
                        sound -> new Pushing(sound) {
                            @Override
                            boolean lost(int number) {
                                return number % 100 == 99;
                            }
                        },
                        "accounting",
                        "every item is heard once"),
                publishing(
                        "takes all push operations for one",
                        sound -> new Pushing(sound) {
                            @Override
                            Operation heardUnder(Operation push) {
                                return new Operation(push.service(), "feed", push.kind(), push.effect(), push.work());
                            }
                        },
                        "pushes",
                        "a topic belongs to its operation"),
                publishing(
                        "asks for an item once a subscriber and topic, in binary",
                        sound -> new Pushing(sound) {
                            @Override
                            Item carried(Item item) {
                                return format -> new Body(
                                        format,
                                        item.as(anywire.transport.Format.BINARY).bytes());
                            }
                        },
                        "pushes",
                        "each subscriber hears in the format that it asked for"),
                Mutant.client("says live too early", EarlyBird::new, "subscriptions", "live means live"),
                Mutant.service(
                        "lets everybody hear everything",
                        OpenHouse::new,
                        "subscriptions",
                        "who may not hear is refused with the reason"),
                Mutant.client(
                        "goes on pushing after a subscription is closed",
                        Deaf::new,
                        "subscriptions",
                        "nothing is heard after closing"),
                Mutant.client(
                        "swaps items",
                        SwappingItems::new,
                        "pushes",
                        "items of a topic are heard in the order of publishing"),
                Mutant.client(
                        "tells of no gap",
                        Gapless::new,
                        "restart",
                        "a subscription outlives its server and tells of the gap"));
    }

    private static Mutant publishing(String fault, UnaryOperator<Publisher> mutation, String group, String test) {
        return Mutant.service(
                fault,
                sound -> new PassingService(sound) {
                    @Override
                    public void serving(Publisher publisher) {
                        super.serving(mutation.apply(publisher));
                    }
                },
                group,
                test);
    }

    private static class Pushing implements Publisher {
        private final Publisher sound;
        private final AtomicInteger items = new AtomicInteger();

        Pushing(Publisher sound) {
            this.sound = sound;
        }

        /** @param number counts from 1 */
        boolean lost(int number) {
            return number < 1;
        }

        Operation heardUnder(Operation push) {
            return push;
        }

        Item carried(Item item) {
            return item;
        }

        @Override
        public CompletableFuture<Void> publish(Operation push, Set<String> topics, Item item) {
            return lost(items.incrementAndGet())
                    ? CompletableFuture.completedFuture(null)
                    : sound.publish(heardUnder(push), topics, carried(item));
        }
    }

    /** Live before the service has been asked. */
    private static final class EarlyBird extends PassingClient {
        EarlyBird(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
            CompletableFuture<Subscription> live = new CompletableFuture<>();
            CompletableFuture<Subscription> really = live.thenComposeAsync(
                    early -> super.subscribe(call, topic, listener),
                    CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
            live.complete(new Subscription() {
                @Override
                public CompletableFuture<Void> ended() {
                    return really.thenCompose(Subscription::ended);
                }

                @Override
                public void close() {
                    CompletableFuture<Void> unused = really.thenAccept(Subscription::close);
                }
            });
            return live;
        }
    }

    private static final class OpenHouse extends PassingService {
        OpenHouse(Service service) {
            super(service);
        }

        @Override
        public CompletionStage<Reply> admit(Call call, String topic) {
            return CompletableFuture.completedFuture(new Reply.Done(Body.empty(call.accept())));
        }
    }

    private static final class Deaf extends PassingClient {
        Deaf(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
            return super.subscribe(call, topic, listener).thenApply(Deaf::forgetful);
        }

        private static Subscription forgetful(Subscription sound) {
            CompletableFuture<Void> ended = new CompletableFuture<>();
            return new Subscription() {
                @Override
                public CompletableFuture<Void> ended() {
                    return ended;
                }

                @Override
                public void close() {
                    ended.complete(null);
                }
            };
        }
    }

    private static final class SwappingItems extends PassingClient {
        SwappingItems(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
            return super.subscribe(call, topic, new Listener() {
                private int items;
                private @Nullable Body kept;

                @Override
                public void push(Body item) {
                    if (++items % 100 == 50) {
                        kept = item;
                        return;
                    }
                    listener.push(item);
                    Body late = kept;
                    if (late != null) {
                        kept = null;
                        listener.push(late);
                    }
                }

                @Override
                public void gap() {
                    listener.gap();
                }
            });
        }
    }

    private static final class Gapless extends PassingClient {
        Gapless(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
            return super.subscribe(call, topic, new Listener() {
                @Override
                public void push(Body item) {
                    listener.push(item);
                }

                @Override
                public void gap() {}
            });
        }
    }
}
