package anywire.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The least that can be run: in process alone, hardly warm. */
final class TinySuite {
    private TinySuite() {}

    static Path in(Path folder) throws IOException {
        return Files.writeString(folder.resolve("tiny.yaml"), """
                transports: [inproc]
                reference: inproc
                generations: 2
                rounds: 2
                window: 50ms
                warmUp: 1s
                graph: {users: 20, followers: 3, authors: 2}
                scenarios:
                  - action: authenticate
                    loop: closed
                    inFlight: 1
                """);
    }
}
