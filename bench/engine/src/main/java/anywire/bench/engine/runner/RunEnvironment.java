package anywire.bench.engine.runner;

import anywire.bench.model.Network;
import anywire.bench.model.Suite;
import anywire.host.NetNamespace;
import anywire.host.ProcessContext;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a run's generations are: on the machine's own network or, if one of the suite's networks is to lose packets, all of them
 * in a network that is made for the run and gone with it.
 */
final class RunEnvironment implements AutoCloseable {
    private final ProcessContext site;
    private final Optional<NetNamespace> namespace;

    private RunEnvironment(ProcessContext site, Optional<NetNamespace> namespace) {
        this.site = site;
        this.namespace = namespace;
    }

    static RunEnvironment of(Suite suite, Path logs) throws InterruptedException {
        ProcessContext site = ProcessContext.at(logs);
        if (suite.networks().stream().noneMatch(Network::loses)) {
            return new RunEnvironment(site, Optional.empty());
        }
        NetNamespace made = NetNamespace.make();
        return new RunEnvironment(site.within(made), Optional.of(made));
    }

    ProcessContext site() {
        return site;
    }

    @Override
    public void close() {
        namespace.ifPresent(NetNamespace::close);
    }
}
