package anywire.bench.model;

/**
 * What runs of one row beside the driver: its services, and a broker where there is one, once all its windows are over.
 *
 * @param processes all that a broker has started included; 0 in process
 * @param threads of all of them
 * @param residentBytes of all of them. A JVM's heap has a fixed size here, of which what was never touched is not resident: it
 *     says what a process like these needs, not how little it could do with
 */
public record Footprint(String row, int processes, int threads, long residentBytes) {}
