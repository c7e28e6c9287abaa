package anywire.transport.tck;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.Reply;
import anywire.transport.Secret;
import anywire.transport.Server;
import anywire.transport.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Faults that peers find. */
final class PortMutants {
    private PortMutants() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "closes on noise",
                        new OpenPort() {
                            @Override
                            void strangerSaid(byte[] bytes, Server server) {
                                if (bytes.length > 100) {
                                    server.close();
                                }
                            }
                        },
                        "hostile bytes",
                        "random bytes do no harm"),
                new Mutant(
                        "makes room for whatever is announced",
                        new OpenPort() {
                            private final Queue<byte[]> room = new ConcurrentLinkedQueue<>();

                            @Override
                            void strangerSaid(byte[] bytes, Server server) {
                                room.add(new byte[2 << 20]);
                            }
                        },
                        "hostile bytes",
                        "announced but never sent bytes take no memory"),
                new Mutant(
                        "waits for ever for a server that says nothing",
                        new OpenPort() {
                            @Override
                            Client mutate(Client client, Endpoint to, Host host) {
                                return new PassingClient(client) {
                                    @Override
                                    public CompletableFuture<Reply> call(Call call) {
                                        CompletableFuture<Reply> reply = super.call(call);
                                        return reply.isCompletedExceptionally() ? new CompletableFuture<>() : reply;
                                    }
                                };
                            }
                        },
                        "hostile server",
                        "one that says nothing costs a call its time and no more"),
                new Mutant(
                        "asks for a secret and looks at none",
                        new MutantTransport() {
                            @Override
                            public List<Secret> secrets(Endpoint endpoint) {
                                return List.of(new Secret("inproc.key", "any text"));
                            }

                            @Override
                            public Guarantees guarantees(Endpoint endpoint) {
                                Guarantees sound = super.guarantees(endpoint);
                                Set<Guarantee> more = EnumSet.copyOf(sound.promises());
                                more.add(Guarantee.AUTHENTICATED_PEER);
                                return new Guarantees(
                                        sound.kinds(),
                                        sound.sendCompletes(),
                                        sound.delivery(),
                                        sound.maxBodyBytes(),
                                        more);
                            }
                        },
                        "security",
                        "a caller with a wrong secret is not served"));
    }

    /** In process, with a TCP port of the same number beside it, where peers are listened to. */
    static class OpenPort extends MutantTransport {
        void strangerSaid(byte[] bytes, Server server) {}

        @Override
        public Server serve(Endpoint at, List<Service> services, Host host) {
            try {
                ServerSocket port = new ServerSocket(at.port(), 200, InetAddress.getByName("127.0.0.1"));
                URI address = URI.create("inproc://127.0.0.1:" + port.getLocalPort());
                Server server = super.serve(at.at(address), services, host);
                CompletableFuture<Void> listening = Aside.run(() -> listen(port, server));
                return new PassingServer(server) {
                    @Override
                    public void close() {
                        super.close();
                        closeQuietly(port);
                        listening.join();
                    }
                };
            } catch (IOException e) {
                throw new anywire.transport.TransportException.Unreachable(e.getMessage() + ": " + at, e);
            }
        }

        private void listen(ServerSocket port, Server server) {
            while (!port.isClosed()) {
                try {
                    Socket peer = port.accept();
                    CompletableFuture<Void> unused = Aside.run(() -> hear(peer, server));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void hear(Socket peer, Server server) {
            byte[] chunk = new byte[4_096];
            try (peer) {
                for (int read = peer.getInputStream().read(chunk);
                        read >= 0;
                        read = peer.getInputStream().read(chunk)) {
                    strangerSaid(java.util.Arrays.copyOf(chunk, read), server);
                }
            } catch (IOException e) {
                // It hung up in the middle.
            }
        }

        private static void closeQuietly(ServerSocket port) {
            try {
                port.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
