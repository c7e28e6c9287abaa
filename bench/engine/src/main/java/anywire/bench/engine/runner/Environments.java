package anywire.bench.engine.runner;

import anywire.bench.model.Environment;
import anywire.host.Cores;
import anywire.host.JvmFlags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reads what a run's record says of the machine and the software. */
public final class Environments {
    private Environments() {}

    /** @param freezing by which means rows that are not measured stand still, in words; empty before that is known */
    public static Environment read(IdleCores idle, String freezing) {
        boolean linux = Files.isDirectory(Path.of("/proc/self"));
        return new Environment(
                find("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")),
                Cores.allowed().size(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                find("/etc/os-release", "PRETTY_NAME")
                        .orElse(System.getProperty("os.name"))
                        .replace("\"", ""),
                text("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor").orElse("not visible"),
                idle.state(),
                idle.evidence(),
                freezing,
                !linux,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                JvmFlags.role(),
                version(),
                commit(),
                memoryBytes(),
                versions());
    }

    private static String version() {
        String version = Environments.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    /** Of the checkout that this runs from, with {@code +} for uncommitted changes; empty if it is none. */
    private static String commit() {
        String home = System.getProperty("anywire.home", "");
        if (home.isEmpty() || !Files.exists(Path.of(home, ".git"))) {
            return "";
        }
        String head = output("git", "-C", home, "rev-parse", "--short=12", "HEAD");
        return head.isEmpty()
                        || output("git", "-C", home, "status", "--porcelain").isEmpty()
                ? head
                : head + "+";
    }

    private static String output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static long memoryBytes() {
        return find("/proc/meminfo", "MemTotal")
                .map(kb -> Long.parseLong(kb.replaceAll("\\D", "")) * 1024)
                .orElse(0L);
    }

    private static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("java.version", System.getProperty("java.version"));
        versions.put("java.vendor", System.getProperty("java.vendor"));
        text("/proc/sys/net/ipv4/tcp_congestion_control")
                .ifPresent(name -> versions.put("tcp congestion control", name));
        return versions;
    }

    private static java.util.Optional<String> find(String file, String key) {
        return text(file)
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith(key))
                        .findFirst()
                        .map(line -> line.replaceFirst("^[^:=]*[:=]\\s*", "").strip()));
    }

    private static java.util.Optional<String> text(String file) {
        try {
            return java.util.Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            return java.util.Optional.empty();
        }
    }
}
