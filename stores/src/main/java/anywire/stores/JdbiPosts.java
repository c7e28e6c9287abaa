package anywire.stores;

import anywire.social.Page;
import anywire.social.Post;
import anywire.social.Username;
import anywire.store.PostStores.OpenPosts;
import anywire.store.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * Posts and their words in two tables. One post is appended at a time, so that ids become visible in their order; reads
 * go on meanwhile.
 */
final class JdbiPosts implements OpenPosts {
    private static final List<String> TABLES = List.of(
            "create table if not exists post (id bigint primary key, author varchar(64) not null,"
                    + " at_micros bigint not null, text varchar(600) not null)",
            "create index if not exists post_by_author on post (author, id)",
            "create table if not exists word (word varchar(4000) not null, id bigint not null, primary key (word, id))");
    private static final String POST = "select p.id, p.author, p.at_micros, p.text from post p ";
    private static final String PAGE = " and p.id > :after and p.id < :before order by p.id desc limit :limit";

    private final Jdbi jdbi;
    private final Runnable onClose;
    private long lastId;

    JdbiPosts(Jdbi jdbi, Runnable onClose) {
        this.jdbi = jdbi.registerArrayType(String.class, "varchar");
        this.onClose = onClose;
        this.lastId = jdbi.inTransaction(handle -> {
            TABLES.forEach(handle::execute);
            return handle.createQuery("select coalesce(max(id), 0) from post")
                    .mapTo(Long.class)
                    .one();
        });
    }

    @Override
    public synchronized Post append(Username author, String text, Instant at) {
        Post post = new Post(lastId + 1, author, at, text);
        jdbi.useTransaction(handle -> insert(handle, post));
        lastId = post.id();
        return post;
    }

    private static void insert(Handle handle, Post post) {
        handle.createUpdate("insert into post (id, author, at_micros, text) values (:id, :author, :at, :text)")
                .bind("id", post.id())
                .bind("author", post.author().value())
                .bind("at", ChronoUnit.MICROS.between(Instant.EPOCH, post.at()))
                .bind("text", post.text())
                .execute();
        Collection<String> words = Words.in(post.text());
        if (!words.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch("insert into word (word, id) values (:word, :id)");
            words.forEach(word -> batch.bind("word", word).bind("id", post.id()).add());
            int[] ignored = batch.execute();
        }
    }

    @Override
    public List<Post> byAuthor(Username author, Page page) {
        return posts("where p.author = :author" + PAGE, page, query -> query.bind("author", author.value()));
    }

    @Override
    public List<Post> timeline(Collection<Username> authors, Page page) {
        List<String> names = authors.stream().map(Username::value).toList();
        return posts(
                "where p.author = any(:authors)" + PAGE,
                page,
                query -> query.bindArray("authors", String.class, names));
    }

    @Override
    public List<Post> latest(Page page) {
        return posts("where true" + PAGE, page, query -> query);
    }

    @Override
    public List<Post> withWord(String word, Page page) {
        return posts("join word w on w.id = p.id where w.word = :word" + PAGE, page, query -> query.bind("word", word));
    }

    private List<Post> posts(String where, Page page, UnaryOperator<Query> bound) {
        return jdbi.withHandle(handle -> bound.apply(handle.createQuery(POST + where)
                        .bind("after", page.afterId())
                        .bind("before", page.beforeId())
                        .bind("limit", page.limit()))
                .map((row, context) -> post(row))
                .list());
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                row.getLong(1),
                new Username(row.getString(2)),
                Instant.EPOCH.plus(row.getLong(3), ChronoUnit.MICROS),
                row.getString(4));
    }

    @Override
    public void close() {
        onClose.run();
    }
}
