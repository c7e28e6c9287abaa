package anywire.transport.http;

import anywire.transport.Operation;
import anywire.transport.Operation.Effect;
import anywire.transport.Operation.Kind;
import anywire.transport.kit.Routes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Request targets, read. */
final class RequestTargets {
    private static final String TOPIC = "topic=";

    private final String prefix;
    private final Map<String, Target> byPath = new HashMap<>();

    /** @param query as it stood behind the question mark, still encoded, without the topic */
    record Target(Operation operation, String query, Optional<String> topic) {
        String allow() {
            boolean push = operation.kind() == Kind.PUSH;
            boolean get = push || (operation.kind() == Kind.CALL && operation.effect() == Effect.READS);
            return get ? push ? "GET, POST, OPTIONS" : "GET, HEAD, POST, OPTIONS" : "POST, OPTIONS";
        }

        boolean allows(String method) {
            return Stream.of(allow().split(", ")).anyMatch(method::equals);
        }
    }

    /** @param prefix what stands before each path, without a slash at its end */
    RequestTargets(Routes routes, String prefix) {
        this.prefix = prefix;
        for (Operation operation : routes.operations()) {
            byPath.put(prefix + "/" + operation.path(), new Target(operation, "", Optional.empty()));
        }
    }

    boolean isIndex(String uri) {
        return uri.equals(prefix + "/") || uri.equals(prefix) || uri.equals("*");
    }

    Target find(String uri) throws Rejected {
        Target plain = byPath.get(uri);
        return plain != null ? plain : findByParts(uri);
    }

    private Target findByParts(String uri) throws Rejected {
        String local = withoutAuthority(uri);
        int question = local.indexOf('?');
        String path = question < 0 ? local : local.substring(0, question);
        String query = question < 0 ? "" : local.substring(question + 1);
        Target whole = byPath.get(path);
        if (whole != null) {
            return whole.operation().kind() == Kind.PUSH
                    ? byQuery(whole.operation(), query)
                    : new Target(whole.operation(), query, Optional.empty());
        }
        int slash = path.lastIndexOf('/');
        Target parent = slash < 0 ? null : byPath.get(path.substring(0, slash));
        if (parent == null || parent.operation().kind() != Kind.PUSH) {
            throw Rejected.unknownPath(
                    Routes.unknown(path).detail() + "; GET " + prefix + "/ lists those that there are");
        }
        return new Target(parent.operation(), query, Optional.of(decoded(path.substring(slash + 1))));
    }

    private static Target byQuery(Operation operation, String query) throws Rejected {
        Optional<String> topic = pairs(query).filter(p -> p.startsWith(TOPIC)).findFirst();
        String rest = pairs(query).filter(p -> !p.startsWith(TOPIC)).collect(Collectors.joining("&"));
        return topic.isEmpty()
                ? new Target(operation, rest, Optional.empty())
                : new Target(
                        operation,
                        rest,
                        Optional.of(
                                decoded(topic.get().substring(TOPIC.length()).replace("+", "%20"))));
    }

    private static Stream<String> pairs(String query) {
        return query.isEmpty() ? Stream.empty() : Arrays.stream(query.split("&"));
    }

    /** Proxies are asked for {@code http://host/path}; every server must understand it (RFC 9112, 3.2.2). */
    private static String withoutAuthority(String uri) {
        if (uri.startsWith("/")) {
            return uri;
        }
        int authority = uri.indexOf("://");
        int path = authority < 0 ? -1 : uri.indexOf('/', authority + 3);
        return path < 0 ? uri : uri.substring(path);
    }

    private static String decoded(String segment) throws Rejected {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Rejected.invalid("'" + segment + "' is not percent-encoded as it should be");
        }
    }
}
