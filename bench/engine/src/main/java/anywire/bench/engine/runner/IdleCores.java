package anywire.bench.engine.runner;

import anywire.host.Cores;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What idle cores do. A halted core has to be woken for every message, which can cost several times the message itself;
 * so cores are asked to poll, where the kernel lets itself be asked: by holding {@code /dev/cpu_dma_latency} open with 0
 * in it. A cpuidle driver must be there to obey.
 */
public final class IdleCores implements AutoCloseable {
    private static final Path DEVICE = Path.of("/dev/cpu_dma_latency");
    private static final Path DRIVER = Path.of("/sys/devices/system/cpu/cpuidle/current_driver");

    private final @Nullable RandomAccessFile held;
    private final String state;
    private final String evidence;
    private final long haltsBefore;

    private IdleCores(@Nullable RandomAccessFile held, String state, String evidence) {
        this.held = held;
        this.state = state;
        this.evidence = evidence;
        this.haltsBefore = halts();
    }

    /** Asks them to poll until closed, if that is possible here. */
    public static IdleCores hold() {
        if (!Files.exists(Path.of("/proc/stat"))) {
            return new IdleCores(null, "unknown", "not Linux");
        }
        String driver = read(DRIVER).orElse("none");
        if (driver.equals("none")) {
            return new IdleCores(
                    null, "halt", "the kernel has no cpuidle driver, so idle cores halt and can't be asked to poll");
        }
        try {
            RandomAccessFile device = new RandomAccessFile(DEVICE.toFile(), "rw");
            device.write(new byte[4]);
            return new IdleCores(device, "poll", "/dev/cpu_dma_latency held at 0 under cpuidle driver " + driver);
        } catch (IOException e) {
            return new IdleCores(null, "halt", "/dev/cpu_dma_latency can't be written: " + e.getMessage());
        }
    }

    /** {@code poll}, {@code halt} or {@code unknown}. */
    public String state() {
        return state;
    }

    /** How that is known, with the counter's growth since the hold began. */
    public String evidence() {
        return held == null
                ? evidence
                : evidence + "; deeper idle states entered meanwhile: " + (halts() - haltsBefore);
    }

    /** How often a core has entered an idle state deeper than polling, as cpuidle counts. */
    private static long halts() {
        long sum = 0;
        for (int core : Cores.allowed()) {
            for (int state = 1; state < 10; state++) {
                Path usage = Path.of("/sys/devices/system/cpu/cpu" + core + "/cpuidle/state" + state + "/usage");
                sum += read(usage).map(Long::parseLong).orElse(0L);
            }
        }
        return sum;
    }

    /** Interrupts so far by which one core woke or called another: rescheduling and function calls. */
    static long wakeUps() {
        try {
            return Files.readAllLines(Path.of("/proc/interrupts")).stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith("RES:") || line.startsWith("CAL:"))
                    .mapToLong(IdleCores::sumOfColumns)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long sumOfColumns(String line) {
        long sum = 0;
        for (String word : line.split("\\s+", -1)) {
            if (!word.isEmpty() && word.chars().allMatch(Character::isDigit)) {
                sum += Long.parseLong(word);
            }
        }
        return sum;
    }

    private static java.util.Optional<String> read(Path file) {
        try {
            return java.util.Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return java.util.Optional.empty();
        }
    }

    @Override
    public void close() {
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                // The kernel lets go of it when the process ends.
            }
        }
    }
}
