package anywire.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the cgroup (version 2) of this process is in the file system. */
final class CgroupMount {
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final Path OWN = Path.of("/proc/self/cgroup");
    private static final String VERSION_2 = "0::";

    /** In a line of {@code mountinfo}. */
    private static final int ROOT = 3;

    private static final int POINT = 4;

    private CgroupMount() {}

    /** @throws IOException whose message says why there is none to be used */
    static Path own() throws IOException {
        return own(Files.readAllLines(MOUNTS), Files.readAllLines(OWN));
    }

    static Path own(List<String> mounts, List<String> cgroups) throws IOException {
        String own = cgroups.stream()
                .filter(line -> line.startsWith(VERSION_2))
                .map(line -> line.substring(VERSION_2.length()))
                .findFirst()
                .orElseThrow(() -> new IOException("the kernel has no cgroups of version 2"));
        String[] mount = mounts.stream()
                .filter(line -> line.contains(" - cgroup2 "))
                .map(line -> line.split(" ", -1))
                .filter(fields -> within(plain(fields[ROOT]), own))
                .findFirst()
                .orElseThrow(() -> new IOException("no file system of cgroup version 2 is mounted that has " + own));
        String root = plain(mount[ROOT]);
        String below = root.equals("/") ? own : own.substring(root.length());
        return Path.of(plain(mount[POINT]) + below).normalize();
    }

    private static boolean within(String root, String own) {
        boolean outside = own.startsWith("/..");
        return !outside && (root.equals("/") || own.equals(root) || own.startsWith(root + "/"));
    }

    /** The kernel writes blanks and the like in octal. */
    private static String plain(String field) {
        return field.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }
}
