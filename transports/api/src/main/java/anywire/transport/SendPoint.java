package anywire.transport;

/** How far an event has got when {@link Client#send} completes. */
public enum SendPoint {
    /** Handed to the operating system or a local buffer: its arrival is not known. */
    HANDED_OVER,
    /** The server, or a broker, has it and has said so. */
    ACCEPTED,
    /** The service has handled it. */
    HANDLED
}
