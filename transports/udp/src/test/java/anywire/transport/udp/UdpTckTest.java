package anywire.transport.udp;

import anywire.transport.Endpoint;
import anywire.transport.tck.TransportTck;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The kit, under the defaults and under those options that change what is promised or how it is done. */
class UdpTckTest {
    abstract static class Tck extends TransportTck {
        private final String options;

        Tck(String options) {
            this.options = options;
        }

        @Override
        protected Endpoint endpoint() {
            return Endpoint.parse("udp://127.0.0.1:0" + options, new UdpTransport());
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
    class Raw extends Tck {
        Raw() {
            super("?exchange=raw");
        }
    }

    @Tag("slow")
    @Nested
    class AuthenticatedByNio extends Tck {
        AuthenticatedByNio() {
            super("?seal=hmac&acks=received&io=nio");
        }

        @Override
        protected Map<String, String> secrets() {
            return Map.of("udp.key", "00112233445566778899aabbccddeeff".repeat(2));
        }
    }
}
