package anywire.bench.analysis.advice;

import anywire.bench.model.Dimension;
import anywire.bench.model.Figures;
import anywire.bench.model.Run;
import anywire.bench.model.Tested;
import anywire.bench.model.Tested.Outcome;
import anywire.bench.model.TransportFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * A guarantee that the TCK found kept speaks for a row; one that it found broken speaks against it, louder than one that was
 * never promised. Of what has not been tried nothing can be told.
 */
final class TestedRules {
    /** A body of this many bytes is a page with a picture's thumbnail in it: what takes less has to be worked around. */
    private static final long SMALL_BODY_BYTES = 65_536;

    /** What each guarantee is about, what to say where it is kept, and where it isn't promised. */
    private enum Rule {
        CALLS_ARRIVE(Dimension.DELIVERY, "every call is answered", "a call may be lost"),
        EVENTS_ARRIVE(Dimension.DELIVERY, "every event arrives", "an event may be lost"),
        PUSHES_ARRIVE(Dimension.DELIVERY, "every push arrives", "a push may be lost"),
        CALLS_RUN_AT_MOST_ONCE(
                Dimension.DELIVERY, "no call runs twice, even when connections break", "a call may run twice"),
        EVENTS_RUN_AT_MOST_ONCE(
                Dimension.DELIVERY,
                "no event is handled twice, even when connections break",
                "an event may come twice"),
        EVENTS_IN_ORDER(Dimension.ORDER, "events arrive in order", "events may overtake each other"),
        PUSHES_IN_ORDER(Dimension.ORDER, "pushes are heard in order", "pushes may overtake each other"),
        GAPS_ARE_TOLD(
                Dimension.BACK_PRESSURE,
                "a subscriber hears that it missed something",
                "a subscriber may miss something and never know"),
        EVENTS_WAIT_FOR_SERVICE(
                Dimension.WITHOUT_PEER,
                "events wait for a service that is away",
                "events for a service that is away fail"),
        ACCEPTED_SURVIVES_RESTART(
                Dimension.WITHOUT_PEER,
                "what was accepted survives the death of whatever accepted it",
                "what was accepted dies with whatever accepted it"),
        PUSH_REACHES_REPLICAS(
                Dimension.SCALING,
                "a push at one replica reaches the subscribers of all",
                "a push reaches the subscribers of one replica alone"),
        DETECTS_DEAD_SERVER(
                Dimension.FAILURES,
                "calls under way fail soon after their server dies",
                "calls under way to a server that died fail when their time is over"),
        DETECTS_ABSENT_SERVER(
                Dimension.FAILURES, "a call to nobody fails at once", "a call to nobody fails when its time is over"),
        REACHES_OTHER_MACHINES(Dimension.NETWORK, "it reaches other machines", "both ends are on one machine"),
        AUTHENTICATED_PEER(
                Dimension.SECURITY, "a peer without the secret is not served", "whoever reaches it is served"),
        ENCRYPTED(Dimension.SECURITY, "nobody on the line can read along", "whoever is on the line can read along");

        private final Dimension respect;
        private final String kept;
        private final String notPromised;

        Rule(Dimension respect, String kept, String notPromised) {
            this.respect = respect;
            this.kept = kept;
            this.notPromised = notPromised;
        }
    }

    private TestedRules() {}

    static List<Entry> entries(Run run) {
        List<Entry> all = new ArrayList<>();
        for (TransportFacts facts : run.transports()) {
            for (Rule rule : Rule.values()) {
                facts.tested().stream()
                        .filter(tested -> tested.guarantee().equals(rule.name()))
                        .filter(tested -> applies(rule, tested, facts))
                        .forEach(tested -> all.add(entry(facts.name(), rule, tested)));
            }
            if (facts.maxBodyBytes() > 0) {
                all.add(payload(facts));
            }
        }
        return all;
    }

    /** Nobody is on a line that leaves no machine, and nothing that never waits can die while it waits. */
    private static boolean applies(Rule rule, Tested tested, TransportFacts facts) {
        if (tested.outcome() != Outcome.NOT_PROMISED) {
            return true;
        }
        return switch (rule) {
            case AUTHENTICATED_PEER, ENCRYPTED -> promised(Rule.REACHES_OTHER_MACHINES, facts);
            case ACCEPTED_SURVIVES_RESTART -> promised(Rule.EVENTS_WAIT_FOR_SERVICE, facts);
            default -> true;
        };
    }

    private static boolean promised(Rule rule, TransportFacts facts) {
        return facts.tested().stream()
                .anyMatch(t -> t.guarantee().equals(rule.name()) && t.outcome() != Outcome.NOT_PROMISED);
    }

    private static Entry entry(String row, Rule rule, Tested tested) {
        return switch (tested.outcome()) {
            case KEPT -> new Entry(row, rule.respect, Scope.PRO, rule.kept, rule.kept, evidence(tested));
            case BROKEN ->
                new Entry(
                        row,
                        rule.respect,
                        Scope.CON,
                        "promised and not kept: " + rule.kept,
                        "not kept",
                        evidence(tested));
            case NOT_TRIED ->
                new Entry(
                        row,
                        rule.respect,
                        Scope.CANT_TELL,
                        "promised, and not tried: " + rule.kept,
                        "promised",
                        Evidence.promise());
            case NOT_PROMISED ->
                new Entry(row, rule.respect, Scope.CON, rule.notPromised, rule.notPromised, Evidence.promise());
        };
    }

    private static Evidence evidence(Tested tested) {
        String checks = tested.checks().size() == 1
                ? "TCK: " + tested.checks().get(0)
                : tested.checks().size() + " checks of the TCK";
        return Evidence.tested(checks + (tested.same() ? "" : " (tried as " + tested.under() + ")"));
    }

    private static Entry payload(TransportFacts facts) {
        String most = facts.maxBodyBytes() >= 1 << 20
                ? Figures.whole(facts.maxBodyBytes() / (double) (1 << 20)) + " MiB"
                : Figures.whole(facts.maxBodyBytes()) + " bytes";
        return new Entry(
                facts.name(),
                Dimension.PAYLOAD,
                facts.maxBodyBytes() < SMALL_BODY_BYTES ? Scope.CON : Scope.NEITHER,
                "the largest body is " + most,
                most,
                facts.tested().isEmpty()
                        ? Evidence.promise()
                        : Evidence.tested("TCK, group sizes: the largest body comes back, one byte more is refused"));
    }
}
