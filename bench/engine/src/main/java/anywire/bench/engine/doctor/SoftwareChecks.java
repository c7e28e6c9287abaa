package anywire.bench.engine.doctor;

import anywire.host.Spawner.Tools;
import anywire.host.Transports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK, the tools and the transports. */
final class SoftwareChecks {
    private static final String UTIL_LINUX = "install util-linux: apt-get install util-linux";

    private SoftwareChecks() {}

    static List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(platform());
        findings.add(Finding.ok(
                "jdk",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + " in "
                        + System.getProperty("java.home")));
        findings.add(tool("taskset", "processes can't be pinned to cores"));
        findings.add(tool("setpriv", "children outlive a killed anywire until they notice that it is gone"));
        findings.add(tool("setsid", "children hear Ctrl-C themselves, so what was measured last may be lost"));
        findings.add(accounts());
        findings.add(transports());
        return findings;
    }

    private static Finding platform() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version");
        return Files.isDirectory(Path.of("/proc/self"))
                ? Finding.ok("platform", system)
                : Finding.warn(
                        "platform",
                        system + ": figures are only indicative, without pinning, idle control and CPU accounts",
                        "measure on Linux");
    }

    private static Finding tool(String name, String otherwise) {
        return Tools.has(name) ? Finding.ok(name, "on the PATH") : Finding.missing(name, otherwise, UTIL_LINUX);
    }

    private static Finding accounts() {
        return ProcFile.read("/proc/self/schedstat").isPresent()
                ? Finding.ok("cpu accounts", "the kernel counts each thread's CPU in nanoseconds (schedstat)")
                : Finding.missing(
                        "cpu accounts",
                        "no /proc/self/schedstat: what a call costs in CPU can't be measured",
                        "boot a kernel with CONFIG_SCHED_INFO");
    }

    private static Finding transports() {
        Transports.Found found = Transports.find();
        return found.faults().isEmpty()
                ? Finding.ok("transports", String.join(", ", found.schemes()))
                : Finding.missing(
                        "transports", String.join("; ", found.faults()), "build again: mvn clean, then ./anywire");
    }
}
