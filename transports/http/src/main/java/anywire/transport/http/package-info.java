/**
 * Services over HTTP/1.1 or HTTP/2: a Netty server that any HTTP client can call, and a client on OkHttp or on Netty.
 *
 * <pre>
 *   any operation          POST /service/operation            body in the format that Content-Type names
 *   one that only reads    GET  /service/operation?name=value the query is a body of the form format
 *   push                   GET  /service/operation/{topic}    server-sent events (or ?topic=)
 *   what there is          GET  /                             text, or JSON by Accept
 *
 *   request header         meaning
 *   Content-Type           format of the body; none, or curl -d's own, is a form
 *   Accept                 format of the reply, or of pushed items; JSON unless it names another known one
 *   Authorization          Bearer TOKEN: the caller
 *   Idempotency-Key        32 hexadecimal digits, hyphens allowed
 *   Anywire-Time-Left      how long it is worth anything: 250000us, 500ms, 5s; 30s if not given
 *   Prefer: respond-async  drop the reply (RFC 7240): a call sent as an event
 *   Anywire-Acks           received or handled: when an event is answered; the server's option if not given
 *
 *   outcome                status
 *   done                   200 with the body
 *   event taken            202, empty
 *   refused                400 invalid, 401 unauthenticated, 403 forbidden, 404 not found or no such operation,
 *                          405 wrong method, 409 conflict, 415 unsupported
 *   no answer              413 too large, 500 broken, 502 disconnected and the like, 503 overloaded or closed,
 *                          504 timed out
 * </pre>
 *
 * Whatever is not 2xx has problem details (RFC 9457) as its body; the members {@code refusal}, or {@code fault} and
 * {@code mayHaveRun}, give a client back exactly what the server meant.
 *
 * <p>A stream of server-sent events:
 *
 * <pre>
 *   event: live                                    from here on whatever is published is heard
 *   data:
 *
 *   data: {"author":"ann"}                         an item of JSON
 *
 *   event: application/vnd.anywire.binary          an item of any other format, in base64
 *   data: AQIDBA==
 *
 *   event: gap                                     items were lost here: this reader is too slow
 *   data:
 *
 *   :                                              nothing for a while: still there
 * </pre>
 *
 * <p>The client is one of two, by the option {@code client}. What is promised to callers is the same by both, and done
 * once:
 *
 * <pre>
 *   HttpClient, HttpSubscription          limits, deadlines, cancellation, refusals, subscribing again
 *   HttpRequests, Answers                     what a request says; what a response means
 *       |
 *   HttpExchanges --+-- OkHttpExchanges       a thread for each call under way, from Workers
 *               |     OkHttpCall            one call; OkHttp's pool has the connections
 *               |     OkHttpStream          one stream of events
 *               |
 *               +-- NettyExchanges        event loops (loops=1): no other thread writes, reads or completes
 *                     ClientLoop            one loop: callers hand over by a queue, and wake it once
 *                       NettyCall, NettyStream
 *                       Http1ClientPool       a connection for each call under way, the last used first
 *                       Http2ClientPool       a stream for each call on one connection, or more if these are full
 * </pre>
 *
 * <p>Neither sends a call twice that may have run. A connection that the server has closed while it lay idle is noticed
 * before it is used again ({@link anywire.transport.http.WatchfulSocket}; a loop hears of it by itself, and looks where it
 * may not have); only a close that crosses a request on the wire makes that request fail as {@code Disconnected}. What an
 * HTTP/2 server says that it has not begun, Netty's client sends again.
 */
@NullMarked
package anywire.transport.http;

import org.jspecify.annotations.NullMarked;
