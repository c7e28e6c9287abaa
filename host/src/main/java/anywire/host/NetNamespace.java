package anywire.host;

import anywire.host.Spawner.Tools;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A network of its own, with nothing in it but its loopback: a namespace of Linux that lives as long as a process that does
 * nothing else, and the processes that were started within. Root makes one; whoever is not, a user namespace around it,
 * where the kernel allows that.
 */
public final class NetNamespace implements AutoCloseable {
    private static final String UP = "up";
    private static final long SECONDS = 10;
    private static final String PROBE = "probe0";

    private final Process keeper;

    private NetNamespace(Process keeper) {
        this.keeper = keeper;
    }

    /** @throws RoleFailedException in one line, where it is not allowed: {@link #obstacle} says so before */
    public static NetNamespace make() throws InterruptedException {
        List<String> command = new ArrayList<>(Spawner.leash());
        command.addAll(unshare());
        command.addAll(List.of("sh", "-c", "ip link set lo up && echo " + UP + " && exec cat"));
        Process keeper = Spawner.start(new ProcessBuilder(command).redirectErrorStream(true));
        String said;
        try {
            said = new BufferedReader(new InputStreamReader(keeper.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        } catch (IOException e) {
            said = e.getMessage();
        }
        if (UP.equals(said)) {
            return new NetNamespace(keeper);
        }
        keeper.destroyForcibly();
        throw new RoleFailedException("can't make a network namespace: " + said);
    }

    /** Why no network with a TUN device can be made here; empty if it can. Makes one, to see, the first time it is asked. */
    public static Optional<String> obstacle() {
        return Tried.OBSTACLE;
    }

    private static final class Tried {
        private static final Optional<String> OBSTACLE = tried();
    }

    private static Optional<String> tried() {
        for (String tool : List.of("unshare", "nsenter", "ip")) {
            if (!Tools.has(tool)) {
                return Optional.of("there is no " + tool);
            }
        }
        List<String> command = new ArrayList<>(unshare());
        command.addAll(List.of(
                "sh",
                "-c",
                "ip link set lo up && ip tuntap add dev " + PROBE + " mode tun && ip link set " + PROBE + " up"
                        + " && echo 1 > /proc/sys/net/ipv4/conf/" + PROBE + "/route_localnet"));
        try {
            Process probe = Spawner.start(new ProcessBuilder(command).redirectErrorStream(true));
            probe.getOutputStream().close();
            String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (probe.waitFor(SECONDS, TimeUnit.SECONDS) && probe.exitValue() == 0) {
                return Optional.empty();
            }
            probe.destroyForcibly();
            return Optional.of(said.lines().findFirst().orElse("unshare --net failed"));
        } catch (IOException | UncheckedIOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while trying");
        }
    }

    private static List<String> unshare() {
        return root() ? List.of("unshare", "--net") : List.of("unshare", "--user", "--map-root-user", "--net");
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** What to put before a command. */
    List<String> entry() {
        String target = String.valueOf(keeper.pid());
        return root()
                ? List.of("nsenter", "--target", target, "--net")
                : List.of("nsenter", "--target", target, "--user", "--preserve-credentials", "--net");
    }

    /** It is gone once whoever was started within is. Idempotent. */
    @Override
    public void close() {
        keeper.destroyForcibly();
    }
}
