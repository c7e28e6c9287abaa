package anywire.store;

import java.nio.file.Path;

/** A kind of store for posts besides memory. Implementations have a public constructor without arguments. */
public interface PostStores {
    /** As a suite names it: {@code h2}. */
    String name();

    /**
     * @param folder its own, which exists; what is there already is kept
     * @throws IllegalStateException in one line, if it can't be opened
     */
    OpenPosts open(Path folder);

    /** Calls block for as long as the disk takes. */
    interface OpenPosts extends PostStore, AutoCloseable {
        @Override
        void close();
    }
}
