package anywire.social;

/** Called by one thread at a time; must not block. */
public interface InboxListener {
    void heard(Post post);

    /** Something may have been missed. */
    void gap();
}
