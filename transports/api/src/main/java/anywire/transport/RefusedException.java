package anywire.transport;

/** A {@link Reply.Refused} where it travels as an exception: above the stub, and from a subscription. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Refusal why;

    public RefusedException(Refusal why, String detail) {
        super(detail, null, false, false);
        this.why = why;
    }

    public Refusal why() {
        return why;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Reply.Refused reply() {
        return new Reply.Refused(why, detail());
    }
}
