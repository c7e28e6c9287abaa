package anywire.transport;

/** Called by one thread of the transport at a time; must not block. */
public interface Listener {
    void push(Body item);

    /** Something may have been missed: a lost connection that is live again, a full buffer. Items before it are complete. */
    void gap();
}
