package anywire.bench.engine.runner;

import anywire.bench.model.Footprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What rows hold, as the kernel has it in {@code /proc}; nothing where there is none. */
final class Footprints {
    private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)$");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

    private Footprints() {}

    static Optional<Footprint> of(Deployment pair) {
        List<Long> pids = new ArrayList<>(pair.pids());
        pids.remove(pair.driver().pid());
        int threads = 0;
        long residentBytes = 0;
        for (long pid : pids) {
            String status;
            try {
                status = Files.readString(Path.of("/proc", String.valueOf(pid), "status"));
            } catch (IOException e) {
                return Optional.empty();
            }
            threads += (int) number(THREADS, status);
            residentBytes += number(RESIDENT, status) * 1024;
        }
        return Optional.of(new Footprint(pair.name(), pids.size(), threads, residentBytes));
    }

    private static long number(Pattern pattern, String status) {
        Matcher matcher = pattern.matcher(status);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
