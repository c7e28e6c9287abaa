package anywire.bench.conduct;

import anywire.bench.run.Network;
import anywire.bench.run.Suite;
import anywire.host.NetNamespace;
import anywire.host.Site;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a run's generations are: on the machine's own network or, if one of the suite's networks is to lose packets, all of them
 * in a network that is made for the run and gone with it.
 */
final class Grounds implements AutoCloseable {
    private final Site site;
    private final Optional<NetNamespace> namespace;

    private Grounds(Site site, Optional<NetNamespace> namespace) {
        this.site = site;
        this.namespace = namespace;
    }

    static Grounds of(Suite suite, Path logs) throws InterruptedException {
        Site site = Site.at(logs);
        if (suite.networks().stream().noneMatch(Network::loses)) {
            return new Grounds(site, Optional.empty());
        }
        NetNamespace made = NetNamespace.make();
        return new Grounds(site.within(made), Optional.of(made));
    }

    Site site() {
        return site;
    }

    @Override
    public void close() {
        namespace.ifPresent(NetNamespace::close);
    }
}
