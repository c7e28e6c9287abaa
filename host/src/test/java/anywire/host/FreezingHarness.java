package anywire.host;

import anywire.host.Freezer.Means;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;

/** A process that freezes others, for tests that kill it. */
final class FreezingHarness {
    private FreezingHarness() {}

    /** What it needs to run. */
    static String classPath() throws URISyntaxException {
        return String.join(
                File.pathSeparator, places().stream().map(Path::toString).toList());
    }

    private static List<Path> places() throws URISyntaxException {
        List<Path> places = new ArrayList<>();
        for (Class<?> type : List.of(Freezer.class, FreezingHarness.class, Awaitility.class, Matcher.class)) {
            places.add(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
        return places;
    }

    /** The same, where everybody may read it. */
    static String copiedTo(Path folder) throws URISyntaxException, IOException {
        List<String> copies = new ArrayList<>();
        Files.createDirectory(folder);
        for (Path place : places()) {
            Path copy = folder.resolve(copies.size() + "-" + place.getFileName());
            try (Stream<Path> all = Files.walk(place)) {
                for (Path each : all.toList()) {
                    Files.copy(each, copy.resolve(place.relativize(each).toString()));
                }
            }
            copies.add(copy.toString());
        }
        return String.join(File.pathSeparator, copies);
    }

    /**
     * Freezes and thaws two rows of two shells each without end, at once the one and the other, or freezes both and waits.
     *
     * <p>Arguments: means, mark of the shells, folder for their files, {@code frozen} or {@code cycle}. Says its watchdog's
     * process id and its means once it has begun.
     */
    public static void main(String[] arguments) throws Exception {
        leaveWithTheTest();
        Means means = Means.valueOf(arguments[0]);
        Ticking shells = new Ticking(Path.of(arguments[2]), arguments[1]);
        Freezer freezer = Freezer.open(means);
        for (String row : List.of("one", "two")) {
            long a = shells.start(row + "-a");
            shells.fork(row + "-a");
            freezer.enrol(row, List.of(a, shells.start(row + "-b")));
        }
        freezer.freeze("one");
        freezer.freeze("two");
        System.out.println(freezer.watchdogPid() + " " + freezer.means());
        if (arguments[3].equals("frozen")) {
            Thread.sleep(Long.MAX_VALUE);
        }
        while (true) {
            freezer.thaw("one");
            freezer.thaw("two");
            freezer.freeze("one");
            freezer.freeze("two");
        }
    }

    private static void leaveWithTheTest() {
        Thread watch = new Thread(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // As if it had ended.
            }
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
    }

    /** A JVM with several busy threads. */
    static final class Busy {
        public static void main(String[] arguments) {
            for (int i = 0; i < 3; i++) {
                new Thread(Busy::work).start();
            }
        }

        private static void work() {
            long x = System.nanoTime();
            while (true) {
                x = x * 31 + 7;
                if (x == 42) {
                    System.out.println(x);
                }
            }
        }
    }
}
