package anywire.transport;

/** Why a service says no. Closed: a transport maps each to its own idiom. */
public enum Refusal {
    /** The request makes no sense, whoever asks. */
    INVALID(1),
    /** What it speaks of does not exist. */
    NOT_FOUND(2),
    /** It contradicts what is there: a username already taken. */
    CONFLICT(3),
    /** Nobody knows who asks. */
    UNAUTHENTICATED(4),
    /** It is known who asks, and they may not. */
    FORBIDDEN(5),
    /** No such service, operation or format here. */
    UNSUPPORTED(6);

    public static final int MAX_DETAIL_CHARS = 300;

    private static final Refusal[] BY_CODE = values();

    private final int code;

    Refusal(int code) {
        this.code = code;
    }

    /** A small number, the same for ever, for transports that carry one byte. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException for a number that is none of them */
    public static Refusal ofCode(int code) {
        if (code < 1 || code > BY_CODE.length) {
            throw new IllegalArgumentException("no refusal has code " + code);
        }
        return BY_CODE[code - 1];
    }
}
