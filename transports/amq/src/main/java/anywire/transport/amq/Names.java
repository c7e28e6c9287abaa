package anywire.transport.amq;

import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.amq.AmqOptions.Mode;
import java.util.UUID;

/** What queues and exchanges are called. The same on both sides, so that neither need ask. */
final class Names {
    /** RabbitMQ's pseudo-queue: a reply goes to the channel that asked, without a queue. */
    static final String DIRECT_REPLIES = "amq.rabbitmq.reply-to";
    /** The default exchange, to which every queue is bound by its own name. */
    static final String TO_QUEUE = "";
    /** The routing key of what every subscriber of a push operation hears: that something may have been missed. */
    static final String GAP = "gap";

    private static final String PREFIX = "anywire.";

    private Names() {}

    static String calls(String service) {
        return PREFIX + "call." + service;
    }

    /** A queue's durability is fixed for its life, so each kind has a name of its own. */
    static String events(String service, Mode mode) {
        return PREFIX + "event." + service + (mode == Mode.DURABLE ? ".durable" : "");
    }

    static String pushes(Operation push) {
        return PREFIX + "push." + push.service() + "." + push.name();
    }

    static String topic(String topic, Format format) {
        return format.id() + ":" + topic;
    }

    /** A queue of this client or subscriber alone. */
    static String own(String what) {
        return PREFIX + what + "." + UUID.randomUUID();
    }
}
