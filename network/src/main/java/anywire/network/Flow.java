package anywire.network;

/** Whether anything gets through at all. */
public enum Flow {
    /** As the conditions have it. */
    OPEN,
    /** Nothing gets through, and nothing is lost: it goes on when it is open again. */
    STALLED,
    /** What comes vanishes; connections stay. */
    BLACK_HOLE,
    /** Connections are closed, and nobody listens. Datagrams vanish. */
    CUT
}
