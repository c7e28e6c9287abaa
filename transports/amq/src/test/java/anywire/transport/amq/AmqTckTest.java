package anywire.transport.amq;

import static org.assertj.core.api.Assumptions.assumeThat;

import anywire.transport.Endpoint;
import anywire.transport.tck.TransportTck;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.testcontainers.DockerClientFactory;

/** The kit, on each broker that there is here, under those options that change what is promised. */
class AmqTckTest {
    abstract static class Tck extends TransportTck {
        private final String options;

        Tck(String options) {
            this.options = options;
        }

        @Override
        protected Endpoint endpoint() {
            return Endpoint.parse("amq://127.0.0.1:0" + options, new AmqTransport());
        }

        @Override
        protected Map<String, String> secrets() {
            return Map.of(AmqTransport.PASSWORD.name(), RunningBroker.SECRET);
        }
    }

    @Nested
    class Embedded extends Tck {
        Embedded() {
            super("?broker=embedded");
        }
    }

    @Tag("slow")
    @Nested
    class EmbeddedTransient extends Tck {
        EmbeddedTransient() {
            super("?broker=embedded&delivery=transient");
        }
    }

    @Tag("slow")
    @Nested
    class LocalDurable extends Tck {
        LocalDurable() {
            super("?broker=local&delivery=durable");
        }

        @BeforeAll
        static void needsRabbitMq() {
            assumeThat(RabbitMqHome.find())
                    .as("rabbitmq-server is not installed: its tests are skipped")
                    .isPresent();
        }
    }

    @Tag("slow")
    @Nested
    class Container extends Tck {
        Container() {
            super("?broker=docker");
        }

        @BeforeAll
        static void needsAnEngine() {
            assumeThat(DockerClientFactory.instance().isDockerAvailable())
                    .as("no container engine runs here: its tests are skipped")
                    .isTrue();
        }
    }
}
