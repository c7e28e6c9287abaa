package anywire.bench.engine.suite;

import anywire.bench.model.Row;
import anywire.bench.model.Row.Leg;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which transport lies under which service, each service in a process of its own. Written as a name from the table below,
 * or as {@code NAME=REST+SERVICE:TRANSPORT+...}: all over the first transport but the services that are named. {@code @h2}
 * at the end puts storage's posts into H2.
 */
public final class Wirings {
    /** The steps of the talk. */
    private static final Map<String, String> NAMED = named(
            "monolith = inproc",
            "http = http",
            "http+amq-notify = http+notify:amq",
            "http+amq-notify-auth = http+auth:amq+notify:amq",
            "amq = amq",
            "tcp-auth = http+auth:tcp",
            "udp-notify = http+notify:udp",
            "tcp-auth+udp-notify = http+auth:tcp+notify:udp",
            "tcp = tcp",
            "udp = udp");

    private Wirings() {}

    private static Map<String, String> named(String... definitions) {
        Map<String, String> named = new LinkedHashMap<>();
        for (String definition : definitions) {
            int equals = definition.indexOf(" = ");
            named.put(definition.substring(0, equals), definition.substring(equals + 3));
        }
        return named;
    }

    /** In the talk's order. */
    public static List<String> names() {
        return List.copyOf(NAMED.keySet());
    }

    /** @throws IllegalArgumentException in one line that says what would be right */
    public static Row parse(String text) {
        int at = storeAt(text);
        String store = at < 0 ? "" : text.substring(at + 1);
        String wiring = at < 0 ? text : text.substring(0, at);
        int equals = nameEnd(wiring);
        if (equals < 0) {
            String stands = NAMED.get(wiring);
            if (stands == null) {
                throw new IllegalArgumentException("unknown wiring '" + wiring + "'; " + Nearest.hint(wiring, names())
                        + " (or one of your own, as in mine=http+notify:tcp)");
            }
            return row(store.isEmpty() ? wiring : wiring + "-" + store, stands, store);
        }
        return row(wiring.substring(0, equals), wiring.substring(equals + 1), store);
    }

    /** Of the '@' before a store's name, which is none that belongs to an address; -1 if there is none. */
    private static int storeAt(String text) {
        int at = text.lastIndexOf('@');
        String last = at < 0 ? "" : text.substring(text.lastIndexOf('+', at) + 1, at);
        boolean user = last.contains("://") && !last.contains("?");
        return user ? -1 : at;
    }

    /** The first '=' before any option's. */
    private static int nameEnd(String text) {
        int equals = text.indexOf('=');
        int query = text.indexOf('?');
        return query >= 0 && query < equals ? -1 : equals;
    }

    private static Row row(String name, String wiring, String store) {
        Map<String, String> under = new LinkedHashMap<>();
        String[] parts = wiring.split("\\+", -1);
        for (String service : Row.SERVICES) {
            under.put(service, parts[0]);
        }
        for (int i = 1; i < parts.length; i++) {
            int colon = parts[i].indexOf(':');
            String service = colon < 0 ? parts[i] : parts[i].substring(0, colon);
            if (colon < 0 || !under.containsKey(service)) {
                throw new IllegalArgumentException("'" + parts[i] + "' in wiring '" + wiring
                        + "' is no SERVICE:TRANSPORT; services are " + String.join(", ", Row.SERVICES));
            }
            under.put(service, parts[i].substring(colon + 1));
        }
        return new Row(Row.checked(name), legs(wiring, under), store, 0, 0, "");
    }

    private static List<Leg> legs(String wiring, Map<String, String> under) {
        List<Leg> legs = new ArrayList<>();
        under.forEach((service, transport) -> legs.add(Leg.of(List.of(service), transport)));
        long inProcess =
                legs.stream().filter(leg -> leg.scheme().equals("inproc")).count();
        if (inProcess == legs.size()) {
            return List.of(Leg.of(Row.SERVICES, legs.get(0).transport()));
        }
        if (inProcess > 0) {
            throw new IllegalArgumentException("in wiring '" + wiring
                    + "' some services are in process and some are not: those that are not could not reach the others");
        }
        return legs;
    }
}
