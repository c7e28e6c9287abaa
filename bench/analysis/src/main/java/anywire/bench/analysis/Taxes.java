package anywire.bench.analysis;

import anywire.bench.model.Cost;
import anywire.bench.model.Run;
import anywire.bench.model.Scenario;
import anywire.bench.model.Tax;
import anywire.bench.model.Traffic;
import anywire.bench.model.Window;
import java.util.List;
import java.util.Optional;

/**
 * What a transport adds to the same call in process, per call rightly answered. The baseline row pays for the sender, the
 * codec (it encodes and decodes too) and the service, at the same rate: taken off, what is left is the client's library,
 * framing, the kernel and the scheduling between two processes.
 */
final class Taxes {
    private final Run run;

    Taxes(Run run) {
        this.run = run;
    }

    List<Tax> of(Scenario scenario, Rounds rounds) {
        Optional<Spending> baseline = Spending.of(rounds.windows(run.suite().baseline()));
        return run.suite().transports().stream()
                .flatMap(t -> Spending.of(rounds.windows(t)).stream().map(s -> tax(scenario, t, s, baseline)))
                .toList();
    }

    private Tax tax(Scenario scenario, String transport, Spending own, Optional<Spending> baseline) {
        boolean taxed = baseline.isPresent() && !transport.equals(run.suite().baseline());
        double cpu = own.cpuNanos() - (taxed ? baseline.get().cpuNanos() : 0);
        double kernel = own.kernelNanos() - (taxed ? baseline.get().kernelNanos() : 0);
        return new Tax(
                scenario.name(),
                transport,
                own.driverCpuNanos(),
                own.serverCpuNanos(),
                own.brokerCpuNanos(),
                own.kernelNanos(),
                own.allocatedBytes(),
                own.wireBytes(),
                own.packets(),
                taxed,
                taxed ? cpu : 0,
                taxed ? kernel : 0,
                taxed ? cpu - kernel - own.brokerCpuNanos() : 0);
    }

    /** Per call. */
    private record Spending(
            double driverCpuNanos,
            double serverCpuNanos,
            double brokerCpuNanos,
            double kernelNanos,
            double allocatedBytes,
            double wireBytes,
            double packets) {
        static Optional<Spending> of(List<Window> windows) {
            double calls =
                    windows.stream().mapToLong(w -> w.accounting().answered()).sum();
            if (calls == 0) {
                return Optional.empty();
            }
            Cost driver = windows.stream().map(Window::driver).reduce(Cost.NONE, Cost::plus);
            Cost server = windows.stream().map(Window::server).reduce(Cost.NONE, Cost::plus);
            Traffic traffic = windows.stream().map(w -> w.machine().loopback()).reduce(Traffic.NONE, Traffic::plus);
            return Optional.of(new Spending(
                    driver.cpuNanos() / calls,
                    server.cpuNanos() / calls,
                    windows.stream().mapToLong(Window::brokerCpuNanos).sum() / calls,
                    (driver.kernelNanos() + server.kernelNanos()) / calls,
                    (driver.allocatedBytes() + server.allocatedBytes()) / calls,
                    traffic.bytes() / calls,
                    traffic.packets() / calls));
        }

        double cpuNanos() {
            return driverCpuNanos + serverCpuNanos + brokerCpuNanos;
        }
    }
}
