package anywire.transport;

/** What a subscription is to: a reader's inbox. Belongs to one push operation. */
public final class Topic {
    public static final int MAX_CHARS = 128;

    private Topic() {}

    /**
     * @return the topic
     * @throws IllegalArgumentException unless it is 1 to {@value #MAX_CHARS} printable ASCII characters without spaces
     */
    public static String check(String topic) {
        if (topic.isEmpty() || topic.length() > MAX_CHARS || !topic.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "a topic is 1 to " + MAX_CHARS + " printable ASCII characters without spaces");
        }
        return topic;
    }
}
