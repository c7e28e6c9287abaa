package anywire.transport.tck;

import anywire.transport.Guarantee;
import java.util.Optional;

/**
 * What one check found.
 *
 * @param guarantee the promise that it tests; empty where every transport must do so
 * @param test a sentence
 * @param reason why it failed or was skipped, in one line; empty if it passed
 */
public record Verdict(String group, Optional<Guarantee> guarantee, String test, CheckOutcome outcome, String reason) {}
