package anywire.transport;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where something listens, and under which options: a URI such as {@code tcp://127.0.0.1:7001?maxInFlight=64}, parsed
 * and checked once. Options keep their values under their {@link Option}, so that reading one needs no cast and no
 * second parser. Holds no password: see {@link Secret}.
 */
public final class Endpoint {
    private final Authority authority;
    private final Map<String, Option<?>> known;
    private final Map<String, Object> values;

    /** @param host without brackets; empty where there is only a path, as for a Unix-domain socket */
    private record Authority(String scheme, Optional<String> user, String host, int port, String path) {
        String text() {
            String at = user.map(u -> encode(u) + "@").orElse("");
            String named = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
            return scheme + "://" + at + named + (host.isEmpty() ? "" : ":" + port) + encodePath(path);
        }
    }

    private Endpoint(Authority authority, Map<String, Option<?>> known, Map<String, Object> values) {
        this.authority = authority;
        this.known = known;
        this.values = values;
    }

    /** Loopback, a port of the transport's choice, every option at its default. */
    public static Endpoint loopback(Transport transport) {
        return parse(transport.scheme() + "://127.0.0.1:0", transport);
    }

    /**
     * @throws InvalidEndpointException for anything but a URI of this transport with options that it knows, in one line
     *     that shows no secret
     */
    public static Endpoint parse(String uri, Transport transport) {
        EndpointText text = EndpointText.parse(uri, transport.scheme());
        Map<String, Option<?>> known = known(transport);
        Authority authority = new Authority(transport.scheme(), text.user(), text.host(), text.port(), text.path());
        return new Endpoint(authority, known, values(text, known, transport.scheme()));
    }

    private static Map<String, Object> values(EndpointText text, Map<String, Option<?>> known, String scheme) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> pair : text.options()) {
            Option<?> option = known.get(pair.getKey());
            if (option == null) {
                throw new InvalidEndpointException(
                        scheme + " has no option '" + pair.getKey() + "'; it has " + String.join(", ", known.keySet()));
            }
            if (values.put(option.name(), option.parse(pair.getValue())) != null) {
                throw new InvalidEndpointException("option " + option.name() + " is there twice");
            }
        }
        return values;
    }

    public String scheme() {
        return authority.scheme();
    }

    /** Empty where there is only a path. */
    public String host() {
        return authority.host();
    }

    /** 0 where the transport is to choose. */
    public int port() {
        return authority.port();
    }

    /** Decoded, with its leading slash, or empty. */
    public String path() {
        return authority.path();
    }

    public Optional<String> user() {
        return authority.user();
    }

    /** Its value here, or its default. */
    @SuppressWarnings("unchecked")
    public <T> T get(Option<T> option) {
        if (known.get(option.name()) != option) {
            throw new IllegalArgumentException(scheme() + " does not list option " + option.name());
        }
        Object value = values.get(option.name());
        return value == null ? option.defaultValue() : (T) value;
    }

    public <T> Endpoint with(Option<T> option, T value) {
        get(option);
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(option.name(), value);
        return new Endpoint(authority, known, changed);
    }

    /**
     * The same options at another address: a server's real port, or a companion's. Options that the address has
     * override; its user replaces this one's where it has one.
     *
     * @throws InvalidEndpointException if the address has options that this transport doesn't know
     */
    public Endpoint at(URI address) {
        EndpointText text = EndpointText.parse(address.toString(), String.valueOf(address.getScheme()));
        Map<String, Object> merged = new LinkedHashMap<>(values);
        merged.putAll(values(text, known, scheme()));
        Authority moved =
                new Authority(scheme(), text.user().or(() -> authority.user()), text.host(), text.port(), text.path());
        return new Endpoint(moved, known, merged);
    }

    /** Every option's value in effect, defaults included, secrets masked: for a run's record. */
    public Map<String, String> effective() {
        Map<String, String> all = new LinkedHashMap<>();
        known.values().forEach(option -> all.put(option.name(), print(option)));
        return all;
    }

    /** Address alone, without options. */
    public URI address() {
        return URI.create(authority.text());
    }

    /** The whole endpoint, to be parsed again in another process: secret options included, so not for printing. */
    public String toUri() {
        return authority.text()
                + query(values.keySet().stream()
                        .map(name -> name + "=" + raw(known(name)))
                        .collect(Collectors.joining("&")));
    }

    /** For people: secrets masked. */
    @Override
    public String toString() {
        return authority.text()
                + query(values.keySet().stream()
                        .map(name -> name + "=" + print(known(name)))
                        .collect(Collectors.joining("&")));
    }

    private static String query(String options) {
        return options.isEmpty() ? "" : "?" + options;
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
        return encode(option.printer().apply(get(option)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String encodePath(String path) {
        return encode(path).replace("%2F", "/");
    }

    static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Map<String, Option<?>> known(Transport transport) {
        Map<String, Option<?>> known = new LinkedHashMap<>();
        CommonOptions.all().forEach(option -> known.put(option.name(), option));
        transport.options().forEach(option -> known.put(option.name(), option));
        return known;
    }
}
