package anywire.codec;

import anywire.transport.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The codecs that a skeleton has, by format. */
public final class Codecs {
    private final @Nullable Codec[] requests = new @Nullable Codec[256];
    private final @Nullable Codec[] replies = new @Nullable Codec[256];
    private final String replyNames;

    /** @param requestsOnly for formats that can't say every reply */
    public Codecs(List<Codec> both, List<Codec> requestsOnly) {
        for (Codec codec : both) {
            requests[codec.format().id()] = codec;
            replies[codec.format().id()] = codec;
        }
        for (Codec codec : requestsOnly) {
            requests[codec.format().id()] = codec;
        }
        this.replyNames = both.stream().map(codec -> codec.format().mediaType()).collect(Collectors.joining(", "));
    }

    /** Binary and JSON; for requests forms too. */
    public static Codecs standard() {
        return new Codecs(List.of(new BinaryCodec(), new JsonCodec()), List.of(new FormCodec()));
    }

    /** @param name {@code binary} or {@code json} */
    public static Codec named(String name) {
        return switch (name) {
            case "binary" -> new BinaryCodec();
            case "json" -> new JsonCodec();
            default -> throw new IllegalArgumentException("a codec is binary or json, not '" + name + "'");
        };
    }

    public Optional<Codec> forRequest(Format format) {
        return Optional.ofNullable(requests[format.id()]);
    }

    public Optional<Codec> forReply(Format format) {
        return Optional.ofNullable(replies[format.id()]);
    }

    /** What replies can be had in. */
    public List<Format> replyFormats() {
        return Arrays.stream(replies)
                .filter(Objects::nonNull)
                .map(Codec::format)
                .toList();
    }

    /** What replies can be had in, for messages. */
    public String replyNames() {
        return replyNames;
    }
}
