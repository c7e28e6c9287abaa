package anywire.transport.http;

import anywire.transport.Refusal;

/** A request that is answered without being run. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final String allow;

    private Rejected(Problem problem, String allow) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.allow = allow;
    }

    static Rejected invalid(String detail) {
        return new Rejected(Problem.refused(400, Refusal.INVALID, detail), "");
    }

    static Rejected unauthenticated(String detail) {
        return new Rejected(Problem.refused(401, Refusal.UNAUTHENTICATED, detail), "");
    }

    static Rejected unknownPath(String detail) {
        return new Rejected(Problem.refused(404, Refusal.UNSUPPORTED, detail), "");
    }

    static Rejected unknownFormat(String detail) {
        return new Rejected(Problem.refused(415, Refusal.UNSUPPORTED, detail), "");
    }

    /** @param allow the methods that would do, as the header of that name has them */
    static Rejected wrongMethod(String detail, String allow) {
        return new Rejected(Problem.refused(405, Refusal.UNSUPPORTED, detail), allow);
    }

    Problem problem() {
        return problem;
    }

    /** Empty unless the method was wrong. */
    String allow() {
        return allow;
    }
}
