package anywire.transport.http;

import anywire.transport.Endpoint;
import anywire.transport.kit.Routes;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;

/** What the connections of one server share. Safe for use by many threads. */
final class ServerContext {
    private final Routes routes;
    private final RequestTargets paths;
    private final Index index;
    private final HttpCounters counts = new HttpCounters();
    private final Responses responses = new Responses();
    private final StreamTopics topics;
    private final InProgress running = new InProgress();
    private final Connections connections;
    private final ErrorResponses complaints;
    private final Limits limits;
    private final Acks acks;

    ServerContext(Routes routes, Endpoint at, String prefix) {
        this.routes = routes;
        this.paths = new RequestTargets(routes, prefix);
        this.index = new Index(routes, prefix);
        this.limits = Limits.of(at);
        this.complaints = new ErrorResponses(responses, counts, limits.bodyBytes());
        this.topics = new StreamTopics(limits.bodyBytes());
        this.connections = new Connections(limits.connections(), counts);
        this.acks = at.get(HttpOptions.ACKS);
    }

    RequestPlan plan(HttpRequest request) {
        try {
            if (running.closing()) {
                return new RequestPlan.Fixed(complaints.closing(false));
            }
            if (paths.isIndex(request.uri())) {
                return new RequestPlan.Fixed(index.answer(request, responses));
            }
            RequestTargets.Target target = paths.find(request.uri());
            return request.method().equals(HttpMethod.OPTIONS)
                    ? new RequestPlan.Fixed(responses.allowing(target.allow()))
                    : new RequestPlan.Serve(RequestHead.read(request, target), this);
        } catch (Rejected e) {
            return new RequestPlan.Fixed(responses.rejected(e));
        }
    }

    Routes routes() {
        return routes;
    }

    Responses responses() {
        return responses;
    }

    ErrorResponses complaints() {
        return complaints;
    }

    HttpCounters counts() {
        return counts;
    }

    StreamTopics topics() {
        return topics;
    }

    InProgress running() {
        return running;
    }

    Connections connections() {
        return connections;
    }

    Limits limits() {
        return limits;
    }

    int maxBodyBytes() {
        return limits.bodyBytes();
    }

    Acks acks() {
        return acks;
    }
}
