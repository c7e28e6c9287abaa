package anywire.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URI's parts, decoded. Taken apart here since {@link java.net.URI} refuses hosts that people use ({@code my_service})
 * and authorities that are empty ({@code unix:///run/x.sock}).
 */
record EndpointText(
        Optional<String> user, String host, int port, String path, List<Map.Entry<String, String>> options) {
    private static final Pattern FORM = Pattern.compile("(?<scheme>[a-z][a-z0-9-]*)://(?:(?<user>[^/@?#]*)@)?"
            + "(?<host>\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._-]*)(?::(?<port>\\d{1,5}))?"
            + "(?<path>/[^?#]*)?(?:\\?(?<query>[^#]*))?");

    static EndpointText parse(String uri, String scheme) {
        Matcher parts = FORM.matcher(uri);
        if (!parts.matches()) {
            throw new InvalidEndpointException(
                    "that is no endpoint: write " + scheme + "://HOST:PORT, and options as ?name=value&...");
        }
        if (!parts.group("scheme").equals(scheme)) {
            throw new InvalidEndpointException("an endpoint of " + scheme + " begins with " + scheme + "://, not with "
                    + parts.group("scheme") + "://");
        }
        String host = parts.group("host");
        String path = orEmpty(parts.group("path"));
        if (host.isEmpty() && path.isEmpty()) {
            throw new InvalidEndpointException(
                    "the endpoint names no host: write " + scheme + "://127.0.0.1:7000 or the like");
        }
        try {
            return new EndpointText(
                    user(parts.group("user")),
                    host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                    port(parts.group("port")),
                    Endpoint.decode(path),
                    options(orEmpty(parts.group("query"))));
        } catch (InvalidEndpointException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidEndpointException("the endpoint has a % that is not followed by two hexadecimal digits");
        }
    }

    private static Optional<String> user(@Nullable String user) {
        if (user != null && user.contains(":")) {
            throw new InvalidEndpointException("an endpoint has no password in it: give it as a secret");
        }
        return Optional.ofNullable(user).map(Endpoint::decode);
    }

    private static int port(@Nullable String port) {
        int number = port == null ? 0 : Integer.parseInt(port);
        if (number > 65_535) {
            throw new InvalidEndpointException("a port is 0 to 65535, not " + number);
        }
        return number;
    }

    private static List<Map.Entry<String, String>> options(String query) {
        List<Map.Entry<String, String>> options = new ArrayList<>();
        if (query.isEmpty()) {
            return options;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new InvalidEndpointException(
                        "'" + (equals < 0 ? pair : "=") + "' is no option: write name=value");
            }
            options.add(
                    Map.entry(Endpoint.decode(pair.substring(0, equals)), Endpoint.decode(pair.substring(equals + 1))));
        }
        return options;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
