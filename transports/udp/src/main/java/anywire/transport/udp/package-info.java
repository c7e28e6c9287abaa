/**
 * UDP, in layers that know only the one below.
 *
 * <pre>
 *  leases       subscriptions that end by themselves; items numbered, acknowledged, sent again
 *  exchange     requests with numbers, sent again until answered; replies remembered, so that none runs twice
 *  fragments    messages larger than a datagram, cut and put together
 *  sealing      nothing, or an authentication tag and a window against replay
 *  datagram     version, key, session
 * </pre>
 *
 * What is on the wire, all numbers big-endian:
 *
 * <pre>
 *  datagram     version (1) = 1, key (1), session (8), [sequence (8)], fragment, [tag (16)]
 *  fragment     type (1), number (8), index (2), count (2), a piece of the message
 *
 *  key          0 not sealed, else which key: then sequence and tag are there
 *  session      what the server gave the client; 0 where there is none yet
 *  sequence     of the sender in this session, from 1, never twice
 *  tag          the first 16 bytes of HMAC-SHA256 (RFC 2104, section 5) over a byte for the direction and all that
 *               comes before the tag
 *  number       of the message among those of its kind
 *  index, count of the piece; all but the last are equally long
 *
 *  client to server
 *   1 hello       nonce (16), cookie (16) or zeros, zeros (16)
 *   2 call        floor (8), path length (1), path, request fields, body
 *   3 event       as call
 *   4 subscribe   as call, with topic length (1) and topic before the body
 *   5 unsubscribe -                            the number is the subscription's
 *   6 renew       zeros (8)                    of all the session's leases
 *   7 heard       up to (8), words (8 each)   items have arrived: all below, and a bit for each after it
 *   8 bye         -                            the session is over
 *   9 again       floor (8)                    the answer to the request with that number, which the server has
 *
 *  server to client
 *  16 cookie      nonce (16), cookie (16)      to say hello with, from that address, within seconds
 *  17 welcome     nonce (16), session (8)
 *  18 reply       status (1), may have run (1), format (1), body, or the detail (UTF-8) where the status is not 0
 *  19 working     -                            the request runs: no need to send it again soon
 *  20 ack         -                            of an event
 *  21 live        -                            of a subscription
 *  22 push        subscription (8), place (8), flags (1), format (1), body
 *  23 reset       session (8)                  there is none such (any more); said of the message with that number
 *  24 alive       -                            the leases are renewed
 *
 *  floor            all requests below it are over for the client: the server may forget their replies
 *  request fields   time left in nanoseconds (8), format (1), accepted format (1), flags (1),
 *                   then, as flagged, credential length (1) and credential (ASCII), key (16)
 *  flags            1 credential, 2 key, 4 ack when received, 8 once: sent one time only, nothing need be remembered
 *  place            of the item among those of its subscription, from 1; flags: 1 items were lost before it, 2 it is no
 *                   item, it only says so
 * </pre>
 *
 * <p><b>Sessions.</b> A client shows that it hears what is sent to its address (the cookie, which costs the server
 * nothing to remember), and is given a session. Nothing longer than what a peer sent goes to a peer. A server that
 * was restarted knows none of the old sessions: what was under way in one has failed, and does not run twice.
 *
 * <p><b>Reliable and raw.</b> A reliable client sends a request again, after a pause that the round trips so far are good
 * for (RFC 6298), doubled each time, until there is an answer or no time left; the server runs it once, and answers
 * repetitions with what it answered first. A raw client sends it once. Either way there is no congestion control: this is for
 * networks whose owner knows what they carry.
 *
 * <p><b>Threads.</b> One event loop for each client and server; whatever comes from other threads is handed to it.
 */
@NullMarked
package anywire.transport.udp;

import org.jspecify.annotations.NullMarked;
