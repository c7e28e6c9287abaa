package anywire.bench.model;

import anywire.operation.Operations;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One row of the tables: a transport under options, or a wiring.
 *
 * @param name what it is called; of a transport as it comes, its scheme
 * @param legs who serves what, in an order in which each needs only those before it
 * @param store what storage keeps posts in: {@code h2}; empty for memory
 * @param plantedMicros how long the services spin before each call that they answer: a known difference, planted to see
 *     whether a run finds it; 0 outside of calibration
 * @param burntMicros of CPU that the services' processes use beside each call that they answer, in nobody's way: planted, as
 *     the former
 * @param build the library folder of another build of Anywire, whose jars its processes run; empty for this one's
 */
public record Row(String name, List<Leg> legs, String store, int plantedMicros, int burntMicros, String build) {
    /** In an order in which each needs only those before it. */
    public static final List<String> SERVICES = Operations.services();

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,39}");

    /**
     * Services that one process serves over one transport.
     *
     * @param address of somebody's own broker, or of a server with a fixed port: {@code "user@host:5672/vhost"}; empty for a
     *     port on loopback that the server chooses
     * @param options as in an endpoint's query: {@code "connections=2&io=nio"}; empty for the defaults
     */
    public record Leg(List<String> services, String scheme, String address, String options) {
        private static final String CHOSEN = "127.0.0.1:0";

        /** {@code tcp}, or {@code tcp?connections=2&io=nio}, or {@code amq://user@host:5672/vhost?delivery=durable}. */
        public static Leg of(List<String> services, String text) {
            int query = text.indexOf('?');
            String before = query < 0 ? text : text.substring(0, query);
            int address = before.indexOf("://");
            return new Leg(
                    services,
                    address < 0 ? before : before.substring(0, address),
                    address < 0 ? "" : before.substring(address + 3),
                    query < 0 ? "" : text.substring(query + 1));
        }

        public String endpoint() {
            return scheme + "://" + (address.isEmpty() ? CHOSEN : address) + query();
        }

        /** As {@link #of} takes it. */
        public String transport() {
            return scheme + (address.isEmpty() ? "" : "://" + address) + query();
        }

        private String query() {
            return options.isEmpty() ? "" : "?" + options;
        }
    }

    public Row {
        legs = List.copyOf(legs);
    }

    /**
     * All services in one process: {@code tcp}, or {@code NAME=tcp}, or {@code NAME=tcp?connections=2&io=nio}.
     *
     * @throws IllegalArgumentException in one line that says what would be right
     */
    public static Row parse(String text) {
        int query = text.indexOf('?');
        String before = query < 0 ? text : text.substring(0, query);
        int equals = before.indexOf('=');
        if (equals < 0 && query >= 0) {
            throw new IllegalArgumentException(
                    "a transport with options needs a name: write '" + before + "2=" + text + "', say");
        }
        String name = equals < 0 ? before : before.substring(0, equals);
        return new Row(checked(name), List.of(Leg.of(SERVICES, text.substring(equals + 1))), "", 0, 0, "");
    }

    /** @throws IllegalArgumentException in one line that says what would be right */
    public static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name
                            + "' is no name for a row: letters, digits, '.', '_', '+' and '-', at most 40, as in tcp2=tcp?io=nio");
        }
        return name;
    }

    /** The same transport again, under another name and with a known difference. */
    public Row planted(String as, int micros) {
        return new Row(as, legs, store, micros, burntMicros, build);
    }

    /** The same transport again, under another name, whose services use so much more CPU a call. */
    public Row burning(String as, int micros) {
        return new Row(as, legs, store, plantedMicros, micros, build);
    }

    /** The same transport as another build has it. */
    public Row built(String as, String library) {
        return new Row(as, legs, store, plantedMicros, burntMicros, library);
    }

    /** Which leg a service is on. */
    public Leg leg(String service) {
        return legs.stream()
                .filter(leg -> leg.services().contains(service))
                .findFirst()
                .orElseThrow();
    }

    /** Each once. */
    public List<String> schemes() {
        return legs.stream().map(Leg::scheme).distinct().toList();
    }

    /** As a suite says it: {@code tcp2=tcp?io=nio}; {@code tcp-auth=http+auth:tcp}. */
    @Override
    public String toString() {
        String all = legs.size() == 1 ? legs.get(0).transport() : wiring();
        return (name.equals(all) ? "" : name + "=") + all + (store.isEmpty() ? "" : "@" + store);
    }

    /** What lies under storage, and what is different from that. */
    private String wiring() {
        String most = leg("storage").transport();
        String others = legs.stream()
                .filter(leg -> !leg.transport().equals(most))
                .flatMap(leg -> leg.services().stream().map(service -> "+" + service + ":" + leg.transport()))
                .collect(Collectors.joining());
        return most + others;
    }
}
