package anywire.transport.udp;

/** What arrived is nothing of ours, or not as it should be: it is dropped, and counted by its reason. */
final class BadDatagram extends RuntimeException {
    private static final long serialVersionUID = 1;

    enum Reason {
        LENGTH("bad length"),
        VERSION("unknown version"),
        KEY("unknown key"),
        FORGED("forged"),
        REPLAYED("replayed"),
        SESSION("unknown session"),
        TYPE("unknown type"),
        FRAGMENT("malformed fragment"),
        FIELDS("malformed fields"),
        COOKIE("stale cookie");

        final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Reason reason;

    BadDatagram(Reason reason) {
        super(reason.words, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
