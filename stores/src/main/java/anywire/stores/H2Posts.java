package anywire.stores;

import anywire.store.PostStores;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/**
 * Posts in H2, embedded: a file in the folder, written at each commit. By default H2 writes half a second later, and a
 * process that is killed loses what it has said was stored.
 */
public final class H2Posts implements PostStores {
    private static final int CONNECTIONS = 16;

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public OpenPosts open(Path folder) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve("posts") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0",
                "sa",
                "");
        pool.setMaxConnections(CONNECTIONS);
        try {
            return new JdbiPosts(Jdbi.create(pool), pool::dispose);
        } catch (RuntimeException e) {
            pool.dispose();
            throw new IllegalStateException("H2 can't open its file in " + folder + ": " + e.getMessage(), e);
        }
    }
}
