package anywire.bench.analysis.advice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may need of a transport, to be answered with yes or no. */
public enum Requirement {
    CALLS("calls that are answered"),
    EVENTS("events that nobody answers"),
    PUSHES("pushes to whoever listens"),
    LOSE_NOTHING("no event may be lost while both sides are up"),
    WAIT_FOR_PEER("events wait for a service that is away"),
    APART("the two sides are on different machines"),
    BROWSERS("browsers are among the callers"),
    LANGUAGES("other languages are among the callers"),
    NO_BROKER("no broker to operate");

    private final String text;

    Requirement(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }

    /** As a command line says it: {@code lose-nothing}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Requirement> named(String word) {
        return Arrays.stream(values()).filter(w -> w.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Requirement::word).toList();
    }
}
