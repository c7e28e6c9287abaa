package anywire.bench.engine.conformance;

import anywire.bench.model.Dimension;
import anywire.bench.model.Stated;
import anywire.transport.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a transport's documentation says of it, from a file beside its classes: {@code META-INF/anywire/SCHEME.yaml}, a list
 * of {@link Stated}. One that has no such file has nothing stated.
 */
public final class StatedFacts {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private static final List<String> SIDES = List.of("pro", "con", "neither");

    private StatedFacts() {}

    /** @throws IllegalArgumentException if the file can't be understood: which, what is wrong in it, what would be right */
    public static List<Stated> of(Transport transport) {
        String file = "META-INF/anywire/" + transport.scheme() + ".yaml";
        try (InputStream in = transport.getClass().getResourceAsStream("/" + file)) {
            return in == null ? List.of() : read(file, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Stated> read(String file, InputStream in) {
        List<Stated> all;
        try {
            all = YAML.readValue(in, new TypeReference<List<Stated>>() {});
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    file + " is no list of respect, side, text and source: " + e.getOriginalMessage(), e);
        }
        all.forEach(one -> check(file, one));
        return all;
    }

    private static void check(String file, Stated one) {
        if (Dimension.named(one.respect()).isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": respect '" + one.respect() + "' is not one of " + String.join(", ", Dimension.words()));
        }
        if (!SIDES.contains(one.side())) {
            throw new IllegalArgumentException(file + ": side '" + one.side() + "' is not one of pro, con, neither");
        }
        if (!isAddress(one.source())) {
            throw new IllegalArgumentException(
                    file + ": source '" + one.source() + "' is no address that begins with https://");
        }
    }

    private static boolean isAddress(String source) {
        try {
            URI uri = URI.create(source);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
