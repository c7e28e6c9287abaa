package anywire.transport;

import org.jspecify.annotations.Nullable;

/** No answer. {@link #mayHaveRun()} parts "it did not happen" from "don't know". */
public abstract sealed class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean mayHaveRun;

    private TransportException(String message, boolean mayHaveRun, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.mayHaveRun = mayHaveRun;
    }

    /** False only where it is certain that the service did not see the call. */
    public final boolean mayHaveRun() {
        return mayHaveRun;
    }

    public abstract Fault fault();

    /** The kinds, with a number for transports that carry one byte: a server tells its client why there is no answer. */
    public enum Fault {
        UNREACHABLE(65),
        TIMED_OUT(66),
        DISCONNECTED(67),
        OVERLOADED(68),
        TOO_LARGE(69),
        PEER_REJECTED(70),
        BROKEN(71),
        CLOSED(72);

        private static final Fault[] BY_CODE = values();

        private final int code;

        Fault(int code) {
            this.code = code;
        }

        /** Disjoint from {@link Refusal#code()} and from 0. */
        public int code() {
            return code;
        }

        /** @throws IllegalArgumentException for a number that is none of them */
        public static Fault ofCode(int code) {
            if (code < 65 || code >= 65 + BY_CODE.length) {
                throw new IllegalArgumentException("no fault has code " + code);
            }
            return BY_CODE[code - 65];
        }

        public TransportException exception(String message, boolean mayHaveRun) {
            return switch (this) {
                case UNREACHABLE -> new Unreachable(message, null);
                case TIMED_OUT -> new TimedOut(message, mayHaveRun);
                case DISCONNECTED -> new Disconnected(message, mayHaveRun, null);
                case OVERLOADED -> new Overloaded(message);
                case TOO_LARGE -> new TooLarge(message, mayHaveRun);
                case PEER_REJECTED -> new PeerRejected(message);
                case BROKEN -> new Broken(message, mayHaveRun, null);
                case CLOSED -> new Closed(message, mayHaveRun);
            };
        }
    }

    /** Nobody listens there, or the port is taken. */
    public static final class Unreachable extends TransportException {
        private static final long serialVersionUID = 1;

        public Unreachable(String message, @Nullable Throwable cause) {
            super(message, false, cause);
        }

        @Override
        public Fault fault() {
            return Fault.UNREACHABLE;
        }
    }

    /** The call's time is over. */
    public static final class TimedOut extends TransportException {
        private static final long serialVersionUID = 1;

        public TimedOut(String message, boolean mayHaveRun) {
            super(message, mayHaveRun, null);
        }

        @Override
        public Fault fault() {
            return Fault.TIMED_OUT;
        }
    }

    /** The connection went away with the call under way. */
    public static final class Disconnected extends TransportException {
        private static final long serialVersionUID = 1;

        public Disconnected(String message, boolean mayHaveRun, @Nullable Throwable cause) {
            super(message, mayHaveRun, cause);
        }

        @Override
        public Fault fault() {
            return Fault.DISCONNECTED;
        }
    }

    /** Too much in flight, on this side or the other. It did not run. */
    public static final class Overloaded extends TransportException {
        private static final long serialVersionUID = 1;

        public Overloaded(String message) {
            super(message, false, null);
        }

        @Override
        public Fault fault() {
            return Fault.OVERLOADED;
        }
    }

    /** Request (it did not run) or reply (it did) exceeds what the transport carries. */
    public static final class TooLarge extends TransportException {
        private static final long serialVersionUID = 1;

        public TooLarge(String message, boolean mayHaveRun) {
            super(message, mayHaveRun, null);
        }

        @Override
        public Fault fault() {
            return Fault.TOO_LARGE;
        }
    }

    /** The other side, or a broker between, would not talk to us: wrong secret, wrong protocol. */
    public static final class PeerRejected extends TransportException {
        private static final long serialVersionUID = 1;

        public PeerRejected(String message) {
            super(message, false, null);
        }

        @Override
        public Fault fault() {
            return Fault.PEER_REJECTED;
        }
    }

    /** Somebody broke the protocol, or the service threw what it should not. */
    public static final class Broken extends TransportException {
        private static final long serialVersionUID = 1;

        public Broken(String message, boolean mayHaveRun, @Nullable Throwable cause) {
            super(message, mayHaveRun, cause);
        }

        @Override
        public Fault fault() {
            return Fault.BROKEN;
        }
    }

    /** This side was closed. */
    public static final class Closed extends TransportException {
        private static final long serialVersionUID = 1;

        public Closed(String message, boolean mayHaveRun) {
            super(message, mayHaveRun, null);
        }

        @Override
        public Fault fault() {
            return Fault.CLOSED;
        }
    }
}
