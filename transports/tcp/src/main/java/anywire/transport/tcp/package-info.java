/**
 * TCP: length-prefixed frames, many calls in flight on a connection, replies in any order.
 *
 * <pre>
 *  0       4       5      6                14
 *  +-------+-------+------+-----------------+----------------- ...
 *  | length|version| type |       id        | what the type has
 *  +-------+-------+------+-----------------+----------------- ...
 *
 *  length   4 bytes: how many follow. All numbers are big-endian.
 *  version  1
 *  id       8 bytes, chosen by the client: of a call, an event or a subscription; unique on its connection.
 *           Negative where a subscription is made anew after a lost connection. 0 in ping and pong.
 *
 *  client to server
 *   1 call        path, request fields, body
 *   2 event       path, request fields, body
 *   3 subscribe   path, request fields, topic length (1), topic (ASCII), body
 *   9 unsubscribe -
 *
 *  server to client
 *   4 reply       status (1), may have run (1), format (1), body, or the detail (UTF-8) where the status is not 0
 *   5 ack         -                       of an event, at the point that its flags ask for
 *   6 live        -                       of a subscription
 *   7 push        format (1), body
 *   8 gap         -                       items of this subscription were lost here
 *
 *  either way
 *  10 ping        -                       after a silence; answered by
 *  11 pong        -
 *
 *  path             length (1), {@code service/operation} in ASCII
 *  request fields   time left in nanoseconds (8), format (1), accepted format (1), flags (1),
 *                   then, as flagged, credential length (1) and credential (ASCII), key (16)
 *  flags            1 credential, 2 key, 4 ack when received, 8 ack when handled; others are 0
 *  status           0 done, else {@link anywire.transport.Refusal#code()} or
 *                   {@link anywire.transport.TransportException.Fault#code()}
 * </pre>
 *
 * <p><b>Flushing.</b> Frames are composed in one buffer for each connection and direction, on its event loop. One write
 * to the socket follows each read from it (everything that the read caused goes out together) and each drain of the
 * queue in which other threads leave what they send.
 *
 * <p><b>Trust.</b> Whatever is no frame closes the connection, and is counted by its reason. A connection costs at most
 * one frame of memory before that.
 */
@NullMarked
package anywire.transport.tcp;

import org.jspecify.annotations.NullMarked;
