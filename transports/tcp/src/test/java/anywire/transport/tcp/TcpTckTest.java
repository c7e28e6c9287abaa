package anywire.transport.tcp;

import anywire.transport.Endpoint;
import anywire.transport.tck.TransportTck;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The kit, under the defaults and under those options that change what is promised or how it is done. */
class TcpTckTest {
    abstract static class Tck extends TransportTck {
        private final String options;

        Tck(String options) {
            this.options = options;
        }

        @Override
        protected Endpoint endpoint() {
            return Endpoint.parse("tcp://127.0.0.1:0" + options, new TcpTransport());
        }
    }

    @Nested
    class ByDefault extends Tck {
        ByDefault() {
            super("");
        }
    }

    @Tag("slow")
    @Nested
    class EventsWithoutAcks extends Tck {
        EventsWithoutAcks() {
            super("?acks=none");
        }
    }

    @Tag("slow")
    @Nested
    class EventsAcknowledgedWhenReceivedOverSeveralConnectionsByNio extends Tck {
        EventsAcknowledgedWhenReceivedOverSeveralConnectionsByNio() {
            super("?acks=received&connections=3&ioThreads=2&io=nio");
        }
    }
}
