package anywire.bench.driver;

import anywire.bench.driver.Protocol.AskRecorded;
import anywire.bench.driver.Protocol.Connect;
import anywire.bench.driver.Protocol.Connected;
import anywire.bench.driver.Protocol.Mangle;
import anywire.bench.driver.Protocol.Mangled;
import anywire.bench.driver.Protocol.Measure;
import anywire.bench.driver.Protocol.Recorded;
import anywire.bench.driver.Protocol.Warm;
import anywire.bench.driver.Protocol.WarmOpen;
import anywire.bench.load.Action;
import anywire.bench.load.Actions;
import anywire.bench.load.ManglingClient;
import anywire.bench.load.NumberedClient;
import anywire.bench.load.Responder;
import anywire.call.BinaryCodec;
import anywire.call.Codec;
import anywire.call.JsonCodec;
import anywire.call.Remote;
import anywire.call.RemoteServices;
import anywire.host.Hosting;
import anywire.host.HostingSpec;
import anywire.host.Questions;
import anywire.host.Role;
import anywire.host.ServiceRole.Count;
import anywire.host.ServiceRole.Spend;
import anywire.host.Spent;
import anywire.host.Transports;
import anywire.host.World;
import anywire.transport.Endpoint;
import anywire.transport.LocalHost;
import anywire.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The process that asks. Of the in-process transport it is also the process that answers. */
public final class DriverRole implements Role {
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private @Nullable LocalHost lent;
    private @Nullable Hosting hosting;
    private @Nullable Windows windows;
    private @Nullable NumberedClient numbered;

    @Override
    public void answers(Questions on) {
        on.on(Connect.class, this::connect);
        on.on(Warm.class, warm -> windows().warm(warm));
        on.on(WarmOpen.class, warm -> windows().warm(warm));
        on.on(Measure.class, measure -> windows().measure(measure));
        on.on(Spend.class, spend -> Spent.now());
        on.on(Count.class, count -> served().tally(count.window(), count.sent()));
        on.on(AskRecorded.class, asked -> recorded(asked.action()));
        on.on(Mangle.class, this::mangle);
    }

    private Record connect(Connect connect) throws Exception {
        HostingSpec spec = connect.hosting();
        LocalHost host = new LocalHost(connect.secrets());
        lent = host;
        World world = World.of(spec);
        Transport transport = Transports.find().get(spec.scheme());
        Endpoint endpoint;
        if (connect.endpoint().isEmpty()) {
            Hosting here = new Hosting(spec, world, host);
            hosting = here;
            endpoint = here.reachable();
        } else {
            endpoint = Endpoint.parse(connect.endpoint(), transport);
        }
        NumberedClient client = new NumberedClient(transport.connect(endpoint, host));
        numbered = client;
        Duration deadline = Duration.ofNanos(connect.deadlineNanos());
        Remote remote = new Remote(client, codec(connect.codec()), deadline);
        List<Integer> authors = authors(world, connect.authors());
        Remote slow = new Remote(client, codec(connect.codec()), Actions.Setting.UNHURRIED);
        Actions.Setting setting = new Actions.Setting(
                new RemoteServices(remote, remote, remote, remote),
                new RemoteServices(slow, slow, slow, slow),
                world,
                authors);
        for (String name : connect.actions()) {
            actions.put(name, Actions.named(name).orElseThrow().maker().make(setting));
        }
        windows = new Windows(client, actions, deadline);
        Hosting here = hosting;
        return new Connected(
                client.facts(),
                here == null ? Map.of() : here.server().facts(),
                world.source(),
                world.graph().users(),
                world.graph().relations(),
                authors.stream().map(a -> world.graph().followerCount(a)).toList());
    }

    /** Drawn from those who have followers at all. */
    private static List<Integer> authors(World world, int wanted) {
        List<Integer> candidates = new ArrayList<>();
        for (int user = 0; user < world.graph().users(); user++) {
            if (world.graph().followerCount(user) > 0) {
                candidates.add(user);
            }
        }
        java.util.Collections.shuffle(candidates, new Random(world.seed()));
        return candidates.subList(0, Math.min(wanted, candidates.size()));
    }

    private static Codec codec(String name) {
        return name.equals("json") ? new JsonCodec() : new BinaryCodec();
    }

    private Record recorded(String action) {
        if (!(actions.get(action) instanceof Responder responder)) {
            throw new IllegalArgumentException("action " + action + " writes nothing down");
        }
        return new Recorded(responder.arrivalNanos(), responder.waitedNanos());
    }

    private Record mangle(Mangle mangle) {
        NumberedClient client = numbered;
        LocalHost host = lent;
        if (client == null || host == null) {
            throw new IllegalStateException("not connected yet");
        }
        client.between(transport -> new ManglingClient(
                transport,
                host.timer(),
                Set.copyOf(mangle.dropped()),
                Set.copyOf(mangle.doubled()),
                Set.copyOf(mangle.swapped())));
        return new Mangled();
    }

    private Windows windows() {
        Windows connected = windows;
        if (connected == null) {
            throw new IllegalStateException("not connected yet");
        }
        return connected;
    }

    private Hosting served() {
        Hosting here = hosting;
        if (here == null) {
            throw new IllegalStateException("the services are in another process");
        }
        return here;
    }
}
