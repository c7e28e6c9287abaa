package anywire.operation;

import anywire.operation.StorageOperations.ByAuthor;
import anywire.operation.StorageOperations.Latest;
import anywire.operation.StorageOperations.NewPost;
import anywire.operation.StorageOperations.Posted;
import anywire.operation.StorageOperations.Search;
import anywire.operation.StorageOperations.Timeline;
import anywire.social.Page;
import anywire.social.Post;
import anywire.social.StorageService;
import anywire.social.Username;
import java.util.List;
import java.util.concurrent.CompletableFuture;

public record StorageStub(Remote remote) implements StorageService {
    @Override
    public CompletableFuture<Post> post(Username author, String text) {
        return remote.ask(StorageOperations.POST, new NewPost(author, text), Posted::post);
    }

    @Override
    public CompletableFuture<Void> accept(Username author, String text) {
        return remote.send(StorageOperations.POST, new NewPost(author, text));
    }

    @Override
    public CompletableFuture<List<Post>> byAuthor(Username author, Page page) {
        return remote.ask(StorageOperations.BY_AUTHOR, new ByAuthor(author, page), Posts::posts);
    }

    @Override
    public CompletableFuture<List<Post>> timeline(List<Username> authors, Page page) {
        return remote.ask(StorageOperations.TIMELINE, new Timeline(authors, page), Posts::posts);
    }

    @Override
    public CompletableFuture<List<Post>> latest(Page page) {
        return remote.ask(StorageOperations.LATEST, new Latest(page), Posts::posts);
    }

    @Override
    public CompletableFuture<List<Post>> search(String word, Page page) {
        return remote.ask(StorageOperations.SEARCH, new Search(word, page), Posts::posts);
    }
}
