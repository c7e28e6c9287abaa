package anywire.host;

import static anywire.host.Ticking.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.host.Freezer.Means;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of frozen processes when the harness dies: nothing. */
@EnabledOnOs(OS.LINUX)
class WatchdogTest {
    /** What is racy, more often: {@code -Danywire.times=50}. */
    private static final int TIMES = Integer.getInteger("anywire.times", 1);

    /** In milliseconds: some cycles of freezing and thawing. */
    private static final int MOMENTS = 100;

    private final String mark = UUID.randomUUID().toString();

    @TempDir
    private Path folder;

    private final List<Process> harnesses = new ArrayList<>();

    @AfterEach
    void leave_no_process() {
        harnesses.forEach(Process::destroyForcibly);
        new Ticking(folder, mark).close();
    }

    static Stream<Arguments> deaths() {
        return IntStream.range(0, TIMES)
                .boxed()
                .flatMap(time -> Stream.of(Means.CGROUP, Means.SIGNAL))
                .flatMap(means -> Stream.of(
                        // Alone, or with all that is in its process group: those that a terminal's keys reach.
                        Arguments.of(means, "KILL", "", "frozen"),
                        Arguments.of(means, "KILL", "", "cycle"),
                        Arguments.of(means, "KILL", "-", "cycle"),
                        Arguments.of(means, "INT", "-", "cycle"),
                        Arguments.of(means, "TERM", "", "cycle"),
                        Arguments.of(means, "HUP", "-", "cycle")));
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void whatever_kills_the_harness_nothing_stays_frozen_or_alive(
            Means means, String signal, String group, String moment) throws Exception {
        Running harness = start(List.of(), means, moment);
        assumeThat(harness.means()).as(Freezer.obstacle()).isEqualTo(means);
        assumeThat(ignored(harness.process(), signal))
                .as("a process started in the background has " + signal + " ignored, and its children too")
                .isFalse();
        pause(moment);

        kill(signal, group + harness.process().pid());

        awaitNothingLeft(harness);
    }

    static Stream<Means> means() {
        return IntStream.range(0, TIMES).boxed().flatMap(time -> Stream.of(Means.CGROUP, Means.SIGNAL));
    }

    @ParameterizedTest
    @MethodSource("means")
    void a_watchdog_that_was_killed_is_replaced_before_the_harness_dies(Means means) throws Exception {
        Running harness = start(List.of(), means, "cycle");
        assumeThat(harness.means()).as(Freezer.obstacle()).isEqualTo(means);
        kill("KILL", String.valueOf(harness.watchdog()));
        patiently().until(() -> otherChildren(harness).findAny().isPresent());
        long second = otherChildren(harness).findAny().orElseThrow();
        // It is told what the first one knew before it is told anything else.
        pause("cycle");
        Thread.sleep(MOMENTS);

        kill("KILL", String.valueOf(harness.process().pid()));

        awaitNothingLeft(new Running(harness.process(), second, means));
    }

    static Stream<Integer> times() {
        return IntStream.range(0, TIMES).boxed();
    }

    @ParameterizedTest
    @MethodSource("times")
    void an_ordinary_user_may_freeze_what_is_his(int time) throws Exception {
        assumeThat(System.getProperty("user.name"))
                .as("only root may become somebody else")
                .isEqualTo("root");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        List<String> nobody =
                List.of("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "--no-new-privs");
        Running harness = start(nobody, Means.CGROUP, "cycle");
        assertThat(harness.means()).isEqualTo(Means.SIGNAL);
        pause("cycle");

        kill("KILL", "-" + harness.process().pid());

        awaitNothingLeft(harness);
    }

    @Test
    void who_leaves_by_itself_has_the_time_to() throws Exception {
        Path farewell = folder.resolve("farewell");
        Process leaving =
                new ProcessBuilder("sh", "-c", "read nothing; echo left >\"$0\"", farewell.toString()).start();
        harnesses.add(leaving);
        Freezer freezer = Freezer.open(Means.SIGNAL);
        freezer.enrol("row", List.of(leaving.pid()));
        freezer.freeze("row");
        leaving.getOutputStream().close();

        freezer.abandon();

        patiently().until(() -> !leaving.isAlive());
        assertThat(farewell).hasContent("left");
        freezer.close();
    }

    private record Running(Process process, long watchdog, Means means) {}

    /** In a process group of its own, as a shell starts a command. */
    private Running start(List<String> as, Means means, String moment) throws Exception {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(as);
        command.addAll(List.of(JvmFlags.executable(), "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
        command.add(as.isEmpty() ? FreezingHarness.classPath() : FreezingHarness.copiedTo(folder.resolve("lib")));
        command.addAll(List.of(FreezingHarness.class.getName(), means.name(), mark, folder.toString(), moment));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        harnesses.add(process);
        String said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertThat(said).as("what the harness said").isNotNull();
        String[] words = said.split(" ", -1);
        return new Running(process, Long.parseLong(words[0]), Means.valueOf(words[1]));
    }

    /** For the death to come at any moment of a cycle; nothing is to be seen of it. */
    private static void pause(String moment) throws InterruptedException {
        if (moment.equals("cycle")) {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(MOMENTS * 1000));
        }
    }

    /** Its watchdog, as long as it is another one than the first. */
    private Stream<Long> otherChildren(Running harness) {
        List<Long> shells = Ticking.marked(mark).stream().map(ProcStat::id).toList();
        return harness.process()
                .children()
                .map(ProcessHandle::pid)
                .filter(pid -> pid != harness.watchdog() && !shells.contains(pid));
    }

    private static boolean ignored(Process process, String signal) throws IOException {
        int number = List.of("HUP", "INT").indexOf(signal);
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(line.substring(line.indexOf('\t') + 1), 16))
                .anyMatch(mask -> number >= 0 && (mask >> number & 1) == 1);
    }

    private static void kill(String signal, String whom) throws Exception {
        new ProcessBuilder("kill", "-s", signal, "--", whom).start().waitFor();
    }

    private void awaitNothingLeft(Running harness) {
        patiently().until(() -> !harness.process().isAlive());
        patiently().untilAsserted(() -> assertThat(Ticking.marked(mark)).isEmpty());
        patiently()
                .until(() -> ProcStat.of(harness.watchdog())
                        .filter(each -> !each.ended())
                        .isEmpty());
        patiently()
                .untilAsserted(
                        () -> assertThat(cgroupsOf(harness.process().pid())).isEmpty());
    }

    private static List<Path> cgroupsOf(long pid) throws IOException {
        if (Freezer.available() != Means.CGROUP) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(CgroupMount.own())) {
            return all.filter(path -> path.getFileName().toString().startsWith("anywire-" + pid + "-"))
                    .toList();
        }
    }
}
