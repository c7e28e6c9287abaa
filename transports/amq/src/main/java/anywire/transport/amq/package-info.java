/**
 * AMQP 0-9-1 by RabbitMQ's Java client, over a broker.
 *
 * <pre>
 *  client                       broker                                              server of "storage"
 *
 *  publishing thread --call---> (default) --> [anywire.call.storage]   --deliver--> consumer --> services
 *                                             auto-delete, mandatory                    |
 *  consumer    &lt;--deliver-- reply-to  &lt;-- (default) &lt;-----------------------reply-------+
 *               direct reply-to where the broker has it, else [anywire.reply.UUID], exclusive
 *
 *  publishing thread --event--> (default) --> [anywire.event.storage]  --deliver--> consumer of a connection of its own
 *                               confirmed     [anywire.event.storage.durable]          acknowledged once handled
 *
 *  subscriber  &lt;--deliver-- [anywire.inbox.UUID] &lt;-- (anywire.push.notify.inbox) &lt;---- publishing thread
 *                            exclusive, bound         direct; keys FORMAT:TOPIC, and
 *                            by the subscriber        "gap", which all are bound to
 * </pre>
 *
 * Round brackets are exchanges, square ones queues. A client declares the event queues that it sends to, so that events
 * wait for a service that has yet to start. A call queue goes with its last server: a call to a service that nobody
 * serves comes back at once as unroutable.
 *
 * <pre>
 *  property        call, event, admission                      reply                     item
 *  type            service/operation                           -                         -
 *  content type    of the body                                 of the body               of the body
 *  correlation id  number, base 36                             the call's                -
 *  reply to        of calls and admissions                     -                         -
 *  expiration      of calls and admissions: as long as header left, for the broker to drop them
 *  delivery mode   2 for durable events, else 1                1                         1
 *  message id      of durable events: client's UUID and number -                         -
 *  header left     its time left in ms                         -                         -
 *  header accept   number of the format wanted                 -                         -
 *  header token    the caller's credential, if any             -                         -
 *  header key      32 hexadecimal digits, if any               -                         -
 *  header topic    of admissions: what to subscribe to         -                         -
 *  header status   -                                           unless done: a number     -
 *  header ran      -                                           unless done: may have run -
 * </pre>
 *
 * <p><b>Threads.</b> amqp-client blocks whoever publishes, so each client and each server has one thread that does
 * nothing else, and a bounded queue before it: a full one is {@code Overloaded}. Replies are published by the thread that
 * has the answer, one at a time. Nothing that comes in waits for what goes out.
 */
@NullMarked
package anywire.transport.amq;

import org.jspecify.annotations.NullMarked;
