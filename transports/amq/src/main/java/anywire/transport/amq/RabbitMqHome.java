package anywire.transport.amq;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where this machine's RabbitMQ is. Not what {@code rabbitmq-server} on the path is: packages put a script there that
 * changes to a user and to folders of its own.
 *
 * @param folder holds {@code sbin/rabbitmq-server}
 */
record RabbitMqHome(Path folder) {
    private static final String FOLDER_VARIABLE = "RABBITMQ_HOME";
    private static final List<String> PARENTS =
            List.of("/usr/lib/rabbitmq/lib", "/opt/rabbitmq", "/opt", "/opt/homebrew/opt", "/usr/local/opt");

    static Optional<RabbitMqHome> find() {
        String told = System.getenv(FOLDER_VARIABLE);
        if (told != null && isHome(Path.of(told))) {
            return Optional.of(new RabbitMqHome(Path.of(told)));
        }
        List<Path> found = new ArrayList<>();
        for (String parent : PARENTS) {
            found.addAll(homesIn(Path.of(parent)));
        }
        return found.stream().max(Path::compareTo).map(RabbitMqHome::new);
    }

    private static List<Path> homesIn(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        List<Path> homes = new ArrayList<>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(parent, "rabbitmq*")) {
            inside.forEach(path -> homes.addAll(isHome(path) ? List.of(path) : List.of()));
        } catch (IOException e) {
            return Collections.emptyList();
        }
        return homes;
    }

    private static boolean isHome(Path folder) {
        return Files.isExecutable(folder.resolve("sbin/rabbitmq-server"));
    }

    Path server() {
        return folder.resolve("sbin/rabbitmq-server");
    }

    /** As its folder has it: {@code 3.10.8}; empty if it doesn't say. */
    String version() {
        String name = String.valueOf(folder.getFileName());
        int dash = name.lastIndexOf('-');
        return dash < 0 ? "" : name.substring(dash + 1);
    }
}
