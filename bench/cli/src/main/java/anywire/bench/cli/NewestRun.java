package anywire.bench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The run that a command is about where none is named. */
final class NewestRun {
    private NewestRun() {}

    static Path unless(@Nullable Path named, CommandSpec spec) {
        if (named != null) {
            return named;
        }
        Path latest = Home.results().resolve("latest");
        if (!Files.exists(latest)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no run yet in " + Home.shown(Home.results()) + ": anywire run quick");
        }
        return latest;
    }
}
