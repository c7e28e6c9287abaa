package anywire.bench.model;

/**
 * What crossed the loopback interface during a window, as the kernel counts it: headers included, acknowledgements too,
 * and whatever else the machine says to itself meanwhile.
 *
 * @param bytes with IP and TCP headers
 */
public record Traffic(long bytes, long packets) {
    public static final Traffic NONE = new Traffic(0, 0);

    public Traffic plus(Traffic other) {
        return new Traffic(bytes + other.bytes, packets + other.packets);
    }

    public Traffic minus(Traffic before) {
        return new Traffic(bytes - before.bytes, packets - before.packets);
    }
}
