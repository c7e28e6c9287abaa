package anywire.bench.run;

import java.util.regex.Pattern;

/**
 * One row of the tables: a transport under options.
 *
 * @param name what it is called; of a transport as it comes, its scheme
 * @param options as in an endpoint's query: {@code "connections=2&io=nio"}; empty for the defaults
 * @param plantedMicros how long the services spin before each call that they answer: a known difference, planted to see
 *     whether a run finds it; 0 outside of calibration
 */
public record Row(String name, String scheme, String options, int plantedMicros) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,39}");

    /**
     * {@code tcp}, or {@code NAME=tcp}, or {@code NAME=tcp?connections=2&io=nio}.
     *
     * @throws IllegalArgumentException in one line that says what would be right
     */
    public static Row parse(String text) {
        int query = text.indexOf('?');
        String before = query < 0 ? text : text.substring(0, query);
        String options = query < 0 ? "" : text.substring(query + 1);
        int equals = before.indexOf('=');
        if (equals < 0 && query >= 0) {
            throw new IllegalArgumentException(
                    "a transport with options needs a name: write '" + before + "2=" + text + "', say");
        }
        String name = equals < 0 ? before : before.substring(0, equals);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name
                            + "' is no name for a row: letters, digits, '.', '_', '+' and '-', at most 40, as in tcp2=tcp?io=nio");
        }
        return new Row(name, before.substring(equals + 1), options, 0);
    }

    /** The same transport again, under another name and with a known difference. */
    public Row planted(String as, int micros) {
        return new Row(as, scheme, options, micros);
    }

    /** Of a server on loopback that chooses its port. */
    public String endpoint() {
        return scheme + "://127.0.0.1:0" + (options.isEmpty() ? "" : "?" + options);
    }

    /** As {@link #parse} takes it. */
    @Override
    public String toString() {
        return (name.equals(scheme) ? "" : name + "=") + scheme + (options.isEmpty() ? "" : "?" + options);
    }
}
