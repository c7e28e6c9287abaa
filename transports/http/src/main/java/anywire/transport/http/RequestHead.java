package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Key;
import anywire.transport.Operation;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says before its body.
 *
 * @param form the query, for a GET, whose body counts for nothing
 */
record RequestHead(
        Operation operation,
        Optional<String> topic,
        Optional<byte[]> form,
        Format format,
        Format accept,
        Duration timeLeft,
        Optional<Credential> caller,
        Optional<Key> key,
        boolean replyWanted,
        Optional<Acks> acks) {
    private static final String FORMATS = "application/json, " + Format.BINARY.mediaType();

    static RequestHead read(HttpRequest request, RequestTargets.Target target) throws Rejected {
        HttpHeaders headers = request.headers();
        if (request.protocolVersion().equals(HttpVersion.HTTP_1_1) && !headers.contains(HttpHeaderNames.HOST)) {
            throw Rejected.invalid("HTTP/1.1 wants a Host header");
        }
        boolean post = request.method().equals(HttpMethod.POST);
        if (!post && !target.allows(request.method().name())) {
            throw Rejected.wrongMethod(
                    target.operation() + " is to be asked by " + target.allow() + ", not " + request.method(),
                    target.allow());
        }
        if (post && !target.query().isEmpty()) {
            throw Rejected.invalid("a POST has its values in its body, not behind a question mark");
        }
        return new RequestHead(
                target.operation(),
                target.topic(),
                post ? Optional.empty() : Optional.of(target.query().getBytes(StandardCharsets.ISO_8859_1)),
                post ? format(headers) : Format.FORM,
                accept(headers.get(HttpHeaderNames.ACCEPT)),
                timeLeft(headers.get(HttpNames.TIME_LEFT)),
                caller(headers.get(HttpHeaderNames.AUTHORIZATION)),
                key(headers.get(HttpNames.IDEMPOTENCY_KEY)),
                !headers.containsValue(HttpNames.PREFER, HttpNames.RESPOND_ASYNC, true),
                acks(headers.get(HttpNames.ACKS)));
    }

    /** @throws Rejected if the body is plainly not in the format that the header names */
    Call call(byte[] received) throws Rejected {
        byte[] body = form.orElse(received);
        if (format == Format.FORM && body.length > 0 && (body[0] == '{' || body[0] == '[')) {
            throw Rejected.unknownFormat("this looks like JSON but came as a form: with curl write --json, not -d");
        }
        return new Call(operation, new Body(format, body), accept, timeLeft, caller, key);
    }

    private static Format format(HttpHeaders headers) throws Rejected {
        if (headers.contains(HttpHeaderNames.CONTENT_ENCODING)) {
            throw Rejected.unknownFormat("send the body as it is, without Content-Encoding");
        }
        String mediaType = headers.get(HttpHeaderNames.CONTENT_TYPE);
        if (mediaType == null) {
            return Format.FORM;
        }
        try {
            return HttpNames.format(mediaType);
        } catch (IllegalArgumentException e) {
            throw Rejected.unknownFormat(
                    "Content-Type " + mediaType + " is none of " + FORMATS + "; with curl, --json '{...}' sends JSON");
        }
    }

    /** The first in the list that we have; JSON where there is none, which the caller may still be able to read. */
    private static Format accept(@Nullable String list) {
        if (list == null || list.equals("*/*")) {
            return Format.JSON;
        }
        if (list.indexOf(',') < 0) {
            return acceptOne(list);
        }
        for (String one : list.split(",")) {
            Format format = acceptOne(one.strip());
            if (format != Format.JSON) {
                return format;
            }
            if (one.strip().startsWith(Format.JSON.mediaType())) {
                break;
            }
        }
        return Format.JSON;
    }

    private static Format acceptOne(String mediaType) {
        if (mediaType.equals(HttpNames.EVENT_STREAM)) {
            return Format.JSON;
        }
        try {
            Format format = HttpNames.format(mediaType);
            return format == Format.FORM ? Format.JSON : format;
        } catch (IllegalArgumentException e) {
            return Format.JSON;
        }
    }

    private static Duration timeLeft(@Nullable String text) throws Rejected {
        if (text == null) {
            return TimeLeft.DEFAULT;
        }
        try {
            return TimeLeft.parse(text);
        } catch (IllegalArgumentException e) {
            throw Rejected.invalid("Anywire-Time-Left: " + e.getMessage());
        }
    }

    private static Optional<Credential> caller(@Nullable String authorization) throws Rejected {
        if (authorization == null) {
            return Optional.empty();
        }
        if (!authorization.regionMatches(true, 0, HttpNames.BEARER, 0, HttpNames.BEARER.length())) {
            throw Rejected.unauthenticated("send Authorization: Bearer and a token");
        }
        try {
            return Optional.of(new Credential(
                    authorization.substring(HttpNames.BEARER.length()).strip()));
        } catch (IllegalArgumentException e) {
            throw Rejected.unauthenticated(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Key> key(@Nullable String text) throws Rejected {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Key.parse(text.replace("-", "").replace("\"", "")));
        } catch (IllegalArgumentException e) {
            throw Rejected.invalid("Idempotency-Key is 32 hexadecimal digits, with hyphens or without");
        }
    }

    private static Optional<Acks> acks(@Nullable String word) throws Rejected {
        if (word == null) {
            return Optional.empty();
        }
        for (Acks acks : Acks.values()) {
            if (acks.word().equals(word)) {
                return Optional.of(acks);
            }
        }
        throw Rejected.invalid("Anywire-Acks is received or handled, not '" + word + "'");
    }
}
