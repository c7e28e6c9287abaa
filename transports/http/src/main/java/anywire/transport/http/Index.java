package anywire.transport.http;

import anywire.transport.Operation;
import anywire.transport.Operation.Kind;
import anywire.transport.kit.Routes;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The page at the root: what can be asked here, and how with curl. */
final class Index {
    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final List<Operation> operations;
    private final String prefix;

    Index(Routes routes, String prefix) {
        this.operations = routes.operations().stream()
                .sorted(Comparator.comparing(Operation::path))
                .toList();
        this.prefix = prefix;
    }

    FullHttpResponse answer(HttpRequest request, Responses responses) throws Rejected {
        if (request.method().equals(HttpMethod.OPTIONS)) {
            return responses.allowing(METHODS);
        }
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            throw Rejected.wrongMethod("this page is to be read by " + METHODS, METHODS);
        }
        String root = "http://"
                + Optional.ofNullable(request.headers().get(HttpHeaderNames.HOST))
                        .orElse("HOST") + prefix;
        String accept = Optional.ofNullable(request.headers().get(HttpHeaderNames.ACCEPT))
                .orElse("");
        return accept.startsWith("application/json")
                ? responses.text("application/json", json(root).getBytes(StandardCharsets.UTF_8))
                : responses.text("text/plain; charset=utf-8", text(root).getBytes(StandardCharsets.UTF_8));
    }

    private String text(String root) {
        StringBuilder page = new StringBuilder("What can be asked here, with curl:\n\n");
        operations.forEach(operation -> page.append(curl(operation, root)).append('\n'));
        return page.append("\nA token goes into -H 'Authorization: Bearer TOKEN'.\n")
                .toString();
    }

    private String json(String root) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (Operation operation : operations) {
                json.writeStartObject();
                json.writeStringProperty("operation", operation.path());
                json.writeStringProperty("kind", operation.kind().name().toLowerCase(Locale.ROOT));
                json.writeStringProperty("effect", operation.effect().name().toLowerCase(Locale.ROOT));
                json.writeStringProperty("curl", curl(operation, root));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.append('\n').toString();
    }

    private static String curl(Operation operation, String root) {
        String url = root + "/" + operation.path();
        return operation.kind() == Kind.PUSH ? "curl -N " + url + "/TOPIC" : "curl --json '{...}' " + url;
    }
}
