package anywire.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where something listens, and under which options: a URI such as {@code tcp://127.0.0.1:7001?maxInFlight=64}, parsed
 * and checked once. Options keep their values under their {@link Option}, so that reading one needs no cast and no
 * second parser.
 */
public final class Endpoint {
    private final String scheme;
    private final String host;
    private final int port;
    private final String path;
    private final Optional<String> userInfo;
    private final Map<String, Option<?>> known;
    private final Map<String, Object> values;

    private Endpoint(
            String scheme,
            String host,
            int port,
            String path,
            Optional<String> userInfo,
            Map<String, Option<?>> known,
            Map<String, Object> values) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
        this.path = path;
        this.userInfo = userInfo;
        this.known = known;
        this.values = values;
    }

    /** Loopback, a port of the transport's choice, every option at its default. */
    public static Endpoint loopback(Transport transport) {
        return parse(transport.scheme() + "://127.0.0.1:0", transport);
    }

    /**
     * @throws InvalidEndpointException for anything but a URI of this transport with options that it knows, in one line
     */
    public static Endpoint parse(String uri, Transport transport) {
        URI parsed = uri(uri);
        if (!transport.scheme().equals(parsed.getScheme())) {
            throw new InvalidEndpointException("'" + mask(uri) + "' is no URI of " + transport.scheme()
                    + ": it would begin with " + transport.scheme() + "://");
        }
        if (parsed.getHost() == null) {
            throw new InvalidEndpointException(
                    "'" + mask(uri) + "' names no host: write " + transport.scheme() + "://127.0.0.1:7000 or the like");
        }
        Map<String, Option<?>> known = known(transport);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair : pairs(parsed.getRawQuery())) {
            Option<?> option = known.get(pair.getKey());
            if (option == null) {
                throw new InvalidEndpointException(transport.scheme() + " has no option '" + pair.getKey()
                        + "'; it has " + String.join(", ", known.keySet()));
            }
            values.put(option.name(), option.parse(pair.getValue()));
        }
        return new Endpoint(
                parsed.getScheme(),
                parsed.getHost(),
                Math.max(0, parsed.getPort()),
                parsed.getPath() == null ? "" : parsed.getPath(),
                Optional.ofNullable(parsed.getUserInfo()),
                known,
                values);
    }

    public String scheme() {
        return scheme;
    }

    public String host() {
        return host;
    }

    /** 0 where the transport is to choose. */
    public int port() {
        return port;
    }

    /** With its leading slash, or empty. */
    public String path() {
        return path;
    }

    /** {@code user:password} as a companion's address may have it. A secret. */
    public Optional<String> userInfo() {
        return userInfo;
    }

    /** Its value here, or its default. */
    @SuppressWarnings("unchecked")
    public <T> T get(Option<T> option) {
        if (known.get(option.name()) != option) {
            throw new IllegalArgumentException(scheme + " does not list option " + option.name());
        }
        Object value = values.get(option.name());
        return value == null ? option.defaultValue() : (T) value;
    }

    public <T> Endpoint with(Option<T> option, T value) {
        get(option);
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(option.name(), value);
        return new Endpoint(scheme, host, port, path, userInfo, known, changed);
    }

    /** The same options at another address: a server's real port, or a companion's whole address. */
    public Endpoint at(URI address) {
        return new Endpoint(
                scheme,
                address.getHost(),
                Math.max(0, address.getPort()),
                address.getPath() == null ? "" : address.getPath(),
                Optional.ofNullable(address.getUserInfo()),
                known,
                values);
    }

    /** Every option's value in effect, defaults included, secrets masked: for a run's record. */
    public Map<String, String> effective() {
        Map<String, String> all = new LinkedHashMap<>();
        known.values().forEach(option -> all.put(option.name(), print(option)));
        return all;
    }

    /** Address alone: no options, no secrets. */
    public URI address() {
        return URI.create(scheme + "://" + host + ":" + port + path);
    }

    /**
     * The whole endpoint, to be parsed again in another process. Holds the password of a companion where there is one,
     * so it is not for printing.
     */
    public String toUri() {
        String user = userInfo.map(u -> u + "@").orElse("");
        String query = values.keySet().stream()
                .map(name -> name + "=" + raw(known(name)))
                .collect(Collectors.joining("&"));
        return scheme + "://" + user + host + ":" + port + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** For people: secrets masked. */
    @Override
    public String toString() {
        String query = values.keySet().stream()
                .map(name -> name + "=" + print(known(name)))
                .collect(Collectors.joining("&"));
        String user = userInfo.isPresent() ? "***@" : "";
        return scheme + "://" + user + host + ":" + port + path + (query.isEmpty() ? "" : "?" + query);
    }

    private Option<?> known(String name) {
        Option<?> option = known.get(name);
        if (option == null) {
            throw new IllegalArgumentException(name);
        }
        return option;
    }

    private <T> String print(Option<T> option) {
        return option.print(get(option));
    }

    private <T> String raw(Option<T> option) {
        return URLEncoder.encode(option.printer().apply(get(option)), StandardCharsets.UTF_8);
    }

    private static Map<String, Option<?>> known(Transport transport) {
        Map<String, Option<?>> known = new LinkedHashMap<>();
        CommonOptions.all().forEach(option -> known.put(option.name(), option));
        transport.options().forEach(option -> known.put(option.name(), option));
        return known;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidEndpointException("'" + mask(text) + "' is no URI: " + e.getReason());
        }
    }

    private static String mask(String uri) {
        return uri.replaceAll("//[^/@?]*@", "//***@");
    }

    private static List<Map.Entry<String, String>> pairs(@Nullable String query) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        if (query == null || query.isEmpty()) {
            return pairs;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new InvalidEndpointException("'" + pair + "' is no option: write name=value");
            }
            pairs.add(Map.entry(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)));
        }
        return pairs;
    }
}
