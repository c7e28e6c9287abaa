package anywire.bench.engine.runner;

import anywire.transport.Endpoint;
import anywire.transport.Secret;
import anywire.transport.Transport;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What must not stand in a URI. A broker of somebody's own has a password of its own, which comes by the environment; all
 * else is made up for the processes of one generation.
 */
public final class Secrets {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** By name, all that the transport wants under these options. */
    public static Map<String, String> of(Transport transport, Endpoint endpoint) {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (Secret secret : transport.secrets(endpoint)) {
            String given = System.getenv(variable(secret.name()));
            secrets.put(secret.name(), given == null ? madeUp() : given);
        }
        return secrets;
    }

    /** {@code ANYWIRE_AMQ_PASSWORD} for {@code amq.password}. */
    public static String variable(String name) {
        return "ANYWIRE_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static String madeUp() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
