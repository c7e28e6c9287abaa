package anywire.bench.engine.driver;

import anywire.bench.engine.driver.Protocol.AskFate;
import anywire.bench.engine.driver.Protocol.AskRecorded;
import anywire.bench.engine.driver.Protocol.AskSteps;
import anywire.bench.engine.driver.Protocol.Connect;
import anywire.bench.engine.driver.Protocol.Connected;
import anywire.bench.engine.driver.Protocol.HoldCallers;
import anywire.bench.engine.driver.Protocol.Leg;
import anywire.bench.engine.driver.Protocol.Mangle;
import anywire.bench.engine.driver.Protocol.Mangled;
import anywire.bench.engine.driver.Protocol.Measure;
import anywire.bench.engine.driver.Protocol.MeasureLate;
import anywire.bench.engine.driver.Protocol.Over;
import anywire.bench.engine.driver.Protocol.Recorded;
import anywire.bench.engine.driver.Protocol.ReleaseCallers;
import anywire.bench.engine.driver.Protocol.Warm;
import anywire.bench.engine.driver.Protocol.WarmBlocking;
import anywire.bench.engine.driver.Protocol.WarmOpen;
import anywire.bench.engine.load.Actions;
import anywire.bench.engine.load.ManglingClient;
import anywire.bench.engine.load.Numbering;
import anywire.bench.engine.load.Responder;
import anywire.bench.engine.load.StorePost;
import anywire.bench.engine.load.Task;
import anywire.bench.model.AskedAction;
import anywire.bench.model.Network;
import anywire.host.Hosting;
import anywire.host.HostingSpec;
import anywire.host.Population;
import anywire.host.Questions;
import anywire.host.Role;
import anywire.host.ServiceRole.Collect;
import anywire.host.ServiceRole.Count;
import anywire.host.ServiceRole.Spend;
import anywire.host.Spent;
import anywire.social.Services;
import anywire.transport.kit.LocalHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The process that asks. Of the in-process transport it is also the process that answers. */
public final class DriverRole implements Role {
    private final Map<AskedAction, Task> tasks = new LinkedHashMap<>();
    private @Nullable LocalHost lent;
    private @Nullable Hosting hosting;
    private @Nullable Windows windows;
    private @Nullable DriverClients wired;
    private @Nullable Services setUp;
    private @Nullable Callers callers;

    @Override
    public void answers(Questions on) {
        on.on(Connect.class, this::connect);
        on.on(Warm.class, warm -> windows().warm(warm));
        on.on(WarmBlocking.class, warm -> windows().warm(warm));
        on.on(WarmOpen.class, warm -> windows().warm(warm));
        on.on(Measure.class, measure -> windows().measure(measure));
        on.on(MeasureLate.class, late -> windows().measure(late.measure(), late.lateNanos()));
        on.on(Spend.class, spend -> Spent.now());
        on.on(Collect.class, Collect::now);
        on.on(Count.class, count -> served().tally(count.window(), count.sent()));
        on.on(AskRecorded.class, asked -> recorded(asked.action()));
        on.on(Mangle.class, this::mangle);
        on.on(AskFate.class, asked -> fate(asked.action()));
        on.on(AskSteps.class, asked -> windows().steps(asked.stepNanos()));
        on.on(HoldCallers.class, hold -> callers().hold(hold));
        on.on(ReleaseCallers.class, release -> callers().release());
    }

    private Record connect(Connect connect) throws Exception {
        HostingSpec spec = connect.hosting();
        LocalHost host = new LocalHost(connect.secrets());
        lent = host;
        Population world = Population.of(spec);
        Numbering numbering = new Numbering();
        DriverClients clients = new DriverClients(legs(connect, world, host), connect.codec(), host, numbering);
        wired = clients;
        Duration deadline = Duration.ofNanos(connect.deadlineNanos());
        List<Integer> authors = authors(world, spec, connect.authors());
        Actions.Setting setting = setting(clients, deadline, world, authors);
        Map<Network, Actions.Setting> settings = new EnumMap<>(Network.class);
        for (Over over : connect.networks()) {
            DriverClients there = new DriverClients(over.legs(), connect.codec(), host, numbering);
            settings.put(over.network(), setting(there, deadline, world, authors));
        }
        for (AskedAction asked : connect.actions()) {
            // What is in this very process is as near as ever, whatever lies between others.
            tasks.put(asked, Actions.task(asked, settings.getOrDefault(asked.network(), setting)));
        }
        windows = new Windows(numbering, tasks, deadline);
        setUp = setting.setUp();
        callers = new Callers(setting.setUp().anyone().storage());
        Hosting here = hosting;
        return new Connected(
                clients.facts(),
                here == null ? Map.of() : here.server().facts(),
                world.source(),
                world.graph().users(),
                world.graph().relations(),
                authors.stream().map(a -> world.graph().followerCount(a)).toList());
    }

    private static Actions.Setting setting(
            DriverClients clients, Duration deadline, Population world, List<Integer> authors) {
        return new Actions.Setting(
                clients.services(deadline), clients.services(Actions.Setting.SET_UP_TIME), world, authors);
    }

    /** Where the services are; here, if they are nowhere else. */
    private List<Leg> legs(Connect connect, Population world, LocalHost host) {
        if (!connect.legs().isEmpty()) {
            return connect.legs();
        }
        Hosting here = new Hosting(connect.hosting(), world, host);
        hosting = here;
        return List.of(new Leg(
                connect.hosting().services(),
                connect.hosting().scheme(),
                here.reachable().toUri()));
    }

    /** So many of each number of followers that a generated graph has, none aside; so many in all, of a file's. */
    private static List<Integer> authors(Population world, HostingSpec spec, int wanted) {
        List<Integer> candidates = new ArrayList<>();
        for (int user = 0; user < world.graph().users(); user++) {
            if (world.graph().followerCount(user) > 0) {
                candidates.add(user);
            }
        }
        Collections.shuffle(candidates, new Random(world.seed()));
        if (!spec.graphFile().isEmpty()) {
            return candidates.subList(0, Math.min(wanted, candidates.size()));
        }
        List<Integer> authors = new ArrayList<>();
        for (int followers : new TreeSet<>(spec.followers())) {
            candidates.stream()
                    .filter(user -> world.graph().followerCount(user) == followers)
                    .limit(wanted)
                    .forEach(authors::add);
        }
        return authors;
    }

    private Record recorded(AskedAction action) {
        if (!(tasks.get(action) instanceof Responder responder)) {
            throw new IllegalArgumentException("action " + action + " writes nothing down");
        }
        return new Recorded(responder.arrivalNanos(), responder.waitedNanos());
    }

    private Record fate(AskedAction action) throws Exception {
        Services services = setUp;
        if (services == null || !(tasks.get(action) instanceof StorePost posts)) {
            throw new IllegalArgumentException("action " + action + " stores nothing that it could look for");
        }
        return posts.fate(services);
    }

    private Callers callers() {
        Callers connected = callers;
        if (connected == null) {
            throw new IllegalStateException("not connected yet");
        }
        return connected;
    }

    private Record mangle(Mangle mangle) {
        DriverClients clients = wired;
        LocalHost host = lent;
        if (clients == null || host == null) {
            throw new IllegalStateException("not connected yet");
        }
        clients.between(transport -> new ManglingClient(
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
