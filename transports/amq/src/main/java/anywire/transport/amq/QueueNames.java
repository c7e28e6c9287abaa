package anywire.transport.amq;

import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.amq.AmqOptions.Mode;
import java.util.UUID;

/**
 * What queues and exchanges are called. The same on both sides, so that neither need ask.
 *
 * @param space before every name: two of them on one broker know nothing of each other
 */
record QueueNames(String space) {
    /** RabbitMQ's pseudo-queue: a reply goes to the channel that asked, without a queue. */
    static final String DIRECT_REPLIES = "amq.rabbitmq.reply-to";
    /** The default exchange, to which every queue is bound by its own name. */
    static final String TO_QUEUE = "";
    /** The routing key of what every subscriber of a push operation hears: that something may have been missed. */
    static final String GAP = "gap";

    String calls(String service) {
        return space + ".call." + service;
    }

    /** A queue's durability is fixed for its life, so each kind has a name of its own. */
    String events(String service, Mode mode) {
        return space + ".event." + service + (mode == Mode.DURABLE ? ".durable" : "");
    }

    String pushes(Operation push) {
        return space + ".push." + push.service() + "." + push.name();
    }

    static String topic(String topic, Format format) {
        return format.id() + ":" + topic;
    }

    /** A queue of this client or subscriber alone. */
    String own(String what) {
        return space + "." + what + "." + UUID.randomUUID();
    }
}
