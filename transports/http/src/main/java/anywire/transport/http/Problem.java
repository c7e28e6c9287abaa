package anywire.transport.http;

import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.TransportException.Fault;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Problem details (RFC 9457): why there is no 2xx, for people and for our own client.
 *
 * @param refusal the service's "no"; exactly one of this and {@code fault} is there
 * @param mayHaveRun of a fault; false with a refusal
 */
record Problem(int status, Optional<Refusal> refusal, Optional<Fault> fault, boolean mayHaveRun, String detail) {
    /** Loaded with the first problem, not before. */
    private static final class Json {
        static final JsonFactory FACTORY = new JsonFactory();
    }

    static Problem of(Reply.Refused refused) {
        return refused(status(refused.why()), refused.why(), refused.detail());
    }

    static Problem refused(int status, Refusal why, String detail) {
        return new Problem(status, Optional.of(why), Optional.empty(), false, detail);
    }

    static Problem of(TransportException failure) {
        return new Problem(
                status(failure.fault(), failure.mayHaveRun()),
                Optional.empty(),
                Optional.of(failure.fault()),
                failure.mayHaveRun(),
                String.valueOf(failure.getMessage()));
    }

    /** Of what {@link anywire.transport.kit.Routes} fails with. */
    static Problem of(Throwable failure) {
        if (failure instanceof RefusedException refused) {
            return of(refused.reply());
        }
        return failure instanceof TransportException known
                ? of(known)
                : of(new TransportException.Broken("the server failed: " + failure, true, failure));
    }

    /**
     * The service's "no" again, or throws what the server said instead of an answer: to the client, a server that is
     * closing is one that it has lost.
     */
    Reply.Refused refusedOrThrow() {
        if (refusal.isPresent()) {
            return new Reply.Refused(refusal.get(), detail);
        }
        throw fault.map(f -> f == Fault.CLOSED ? Fault.DISCONNECTED : f)
                .orElse(Fault.BROKEN)
                .exception(detail, mayHaveRun);
    }

    byte[] toJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            String code = refusal.map(Problem::word)
                    .or(() -> fault.map(Problem::word))
                    .orElse("");
            json.writeStartObject();
            json.writeStringProperty("type", "urn:anywire:" + (refusal.isPresent() ? "refusal:" : "fault:") + code);
            json.writeStringProperty("title", HttpResponseStatus.valueOf(status).reasonPhrase());
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", detail);
            json.writeStringProperty(refusal.isPresent() ? "refusal" : "fault", code);
            if (fault.isPresent()) {
                json.writeBooleanProperty("mayHaveRun", mayHaveRun);
            }
            json.writeEndObject();
        }
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @return empty if these are no problem details of ours: something else answered */
    static Optional<Problem> parse(int status, byte[] body) {
        Optional<Refusal> refusal = Optional.empty();
        Optional<Fault> fault = Optional.empty();
        boolean mayHaveRun = true;
        String detail = "";
        try (JsonParser json = Json.FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case "refusal" -> refusal = Optional.of(Refusal.valueOf(constant(json.getString())));
                    case "fault" -> fault = Optional.of(Fault.valueOf(constant(json.getString())));
                    case "mayHaveRun" -> mayHaveRun = json.getBooleanValue();
                    case "detail" -> detail = json.getString();
                    default -> json.skipChildren();
                }
            }
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return refusal.isPresent() == fault.isPresent()
                ? Optional.empty()
                : Optional.of(new Problem(status, refusal, fault, mayHaveRun, detail));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static int status(Refusal why) {
        return switch (why) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNSUPPORTED -> 415;
        };
    }

    private static int status(Fault fault, boolean mayHaveRun) {
        return switch (fault) {
            case TOO_LARGE -> mayHaveRun ? 500 : 413;
            case BROKEN -> 500;
            case UNREACHABLE, DISCONNECTED, PEER_REJECTED -> 502;
            case OVERLOADED, CLOSED -> 503;
            case TIMED_OUT -> 504;
        };
    }
}
