package anywire.bench.cli;

import anywire.bench.engine.suite.Nearest;
import anywire.bench.results.ResultsException;
import anywire.transport.RefusedException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Whatever goes wrong is one line on standard error, and an exit code. Where it comes from is shown on request. */
final class CommandErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final BooleanSupplier verbose;

    CommandErrors(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        say(command.getErr(), message(wrong), wrong);
        command.getErr().println("see " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCodes.WRONG_USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof InterruptedException) {
            return ExitCodes.INTERRUPTED;
        }
        say(command.getErr(), line(cause), cause);
        boolean wrongUsage = cause instanceof IllegalArgumentException
                || (cause instanceof ResultsException results && results.kind() == ResultsException.Kind.NO_RESULT);
        return wrongUsage ? ExitCodes.WRONG_USAGE : ExitCodes.FAILED;
    }

    private void say(PrintWriter err, String line, Throwable cause) {
        err.println("anywire: " + line);
        if (verbose.getAsBoolean()) {
            cause.printStackTrace(err);
        }
        err.flush();
    }

    private static String message(ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getUnmatched().isEmpty()
                ? unmatched(unmatched)
                : lowerFirst(oneLine(Objects.requireNonNullElse(wrong.getMessage(), "wrong usage")));
    }

    private static String unmatched(UnmatchedArgumentException wrong) {
        CommandLine command = wrong.getCommandLine();
        String word = wrong.getUnmatched().get(0);
        if (word.startsWith("-")) {
            List<String> options = command.getCommandSpec().options().stream()
                    .flatMap(option -> Stream.of(option.names()))
                    .toList();
            return "unknown option '" + word + "'"
                    + Nearest.to(word, options)
                            .map(name -> "; did you mean '" + name + "'?")
                            .orElse("");
        }
        List<String> commands = List.copyOf(command.getSubcommands().keySet());
        return commands.isEmpty()
                ? "too much: '" + word + "'"
                : "unknown command '" + word + "'; " + Nearest.hint(word, commands);
    }

    static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException
                        || cause instanceof ExecutionException
                        || cause instanceof UncheckedIOException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** For a person: some of the JDK's exceptions carry a path and leave the rest to their name. */
    static String line(Throwable cause) {
        String message = oneLine(Objects.requireNonNullElse(cause.getMessage(), ""));
        if (cause instanceof RefusedException refused) {
            return "refused (" + refused.why().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "): " + message;
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no " + message;
        }
        if (cause instanceof AccessDeniedException) {
            return "no permission for " + message;
        }
        if (cause instanceof FileSystemException || !message.isEmpty()) {
            return message;
        }
        return cause.getClass().getSimpleName();
    }

    private static String oneLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b);
    }

    private static String lowerFirst(String text) {
        boolean sentence =
                text.length() > 1 && Character.isUpperCase(text.charAt(0)) && Character.isLowerCase(text.charAt(1));
        return sentence ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
