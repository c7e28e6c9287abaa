package anywire.host;

/** What a child process does. Has a public constructor without arguments. */
public interface Role extends AutoCloseable {
    /** Says which questions it answers. They are asked one at a time, on one thread. */
    void answers(Questions on);

    @Override
    default void close() {}
}
