package anywire.operation;

import anywire.social.Password;
import anywire.social.Post;
import anywire.social.Token;
import anywire.social.Username;
import java.time.Instant;

/** What the examples in declarations are made of. */
final class Examples {
    static final Username ANN = new Username("ann");
    static final Username BOB = new Username("bob");
    static final Password PASSWORD = new Password("correct horse");
    static final Token TOKEN = new Token("q3Vd0bXW5nJc8RkTfY2hLs7ZpGa1Ue4M");
    static final String TEXT = "Gr\u00fc\u00dfe, \ud83c\udf0d!";
    static final Post POST = new Post(7, ANN, Instant.parse("2026-01-02T03:04:05.678901Z"), TEXT);

    private Examples() {}
}
