package anywire.transport.tcp;

/** What arrived is no frame: the connection that it came on is of no more use. */
final class BadFrame extends RuntimeException {
    private static final long serialVersionUID = 1;

    enum Reason {
        LENGTH("bad length"),
        VERSION("unknown version"),
        TYPE("unknown type"),
        FIELDS("malformed fields");

        final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Reason reason;

    BadFrame(Reason reason) {
        super(reason.words, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
