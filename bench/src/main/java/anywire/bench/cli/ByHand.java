package anywire.bench.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** How to try what is served: lines to be pasted into a shell. */
final class ByHand {
    private ByHand() {}

    static List<String> lines(URI address, List<String> services) {
        List<String> lines = new ArrayList<>();
        lines.add("serving " + String.join(", ", services) + " at " + address + " (Ctrl-C ends it)");
        if (!services.contains("auth") || !services.contains("storage")) {
            lines.add("");
            lines.add("  anywire call --list " + String.join(" ", services));
            return lines;
        }
        lines.add("");
        lines.addAll(address.getScheme().startsWith("http") ? curl(address) : call(address));
        return lines;
    }

    private static List<String> curl(URI address) {
        String json = "  curl --json ";
        String asAnn = " -H \"Authorization: Bearer $TOKEN\" ";
        return List.of(
                json + "'{\"username\":\"ann\",\"password\":\"correct horse\"}' " + address + "/auth/signUp",
                json + "'{\"username\":\"ann\",\"password\":\"correct horse\"}' " + address + "/auth/logIn",
                "  TOKEN=...     # the token of the answer",
                json + "'{\"author\":\"ann\",\"text\":\"Hello, world\"}'" + asAnn + address + "/storage/post",
                "  curl" + asAnn + "'" + address + "/storage/byAuthor?author=ann'",
                "  curl" + asAnn + "'" + address + "/storage/search?word=hello'",
                "  curl -N" + asAnn + "'" + address + "/notify/inbox?topic=ann'");
    }

    private static List<String> call(URI address) {
        String at = " --at " + address;
        return List.of(
                "  anywire call auth/signUp username=ann password='correct horse'" + at,
                "  anywire call auth/logIn username=ann password='correct horse'" + at,
                "  TOKEN=...     # the token of the answer",
                "  anywire call storage/post author=ann text='Hello, world' --token $TOKEN" + at,
                "  anywire call storage/byAuthor author=ann --token $TOKEN" + at,
                "  anywire call storage/search word=hello --token $TOKEN" + at,
                "  anywire call notify/inbox --topic ann --token $TOKEN" + at);
    }
}
