package anywire.operation;

import anywire.social.Post;
import java.util.List;

/** Newest first. */
public record Posts(List<Post> posts) {}
