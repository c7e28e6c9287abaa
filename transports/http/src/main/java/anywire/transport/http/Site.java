package anywire.transport.http;

import anywire.transport.Endpoint;
import anywire.transport.Routes;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;

/** What the connections of one server share. Safe for use by many threads. */
final class Site {
    private final Routes routes;
    private final Paths paths;
    private final Index index;
    private final Counts counts = new Counts();
    private final Responses responses = new Responses();
    private final Topics topics;
    private final Tally running = new Tally();
    private final Connections connections;
    private final Complaints complaints;
    private final Limits limits;
    private final Acks acks;

    Site(Routes routes, Endpoint at, String prefix) {
        this.routes = routes;
        this.paths = new Paths(routes, prefix);
        this.index = new Index(routes, prefix);
        this.limits = Limits.of(at);
        this.complaints = new Complaints(responses, counts, limits.bodyBytes());
        this.topics = new Topics(limits.bodyBytes());
        this.connections = new Connections(limits.connections(), counts);
        this.acks = at.get(HttpOptions.ACKS);
    }

    Plan plan(HttpRequest request) {
        try {
            if (running.closing()) {
                return new Plan.Fixed(complaints.closing(false));
            }
            if (paths.isIndex(request.uri())) {
                return new Plan.Fixed(index.answer(request, responses));
            }
            Paths.Target target = paths.find(request.uri());
            return request.method().equals(HttpMethod.OPTIONS)
                    ? new Plan.Fixed(responses.allowing(target.allow()))
                    : new Plan.Serve(RequestHead.read(request, target), this);
        } catch (Rejected e) {
            return new Plan.Fixed(responses.rejected(e));
        }
    }

    Routes routes() {
        return routes;
    }

    Responses responses() {
        return responses;
    }

    Complaints complaints() {
        return complaints;
    }

    Counts counts() {
        return counts;
    }

    Topics topics() {
        return topics;
    }

    Tally running() {
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
