/**
 * Micro-benchmarks: what a codec costs, what the services cost without any transport, and what one round trip costs over
 * each transport with nothing else going on. In one JVM, so no figure here is a latency between processes.
 */
@NullMarked
package anywire.bench.engine.jmh;

import org.jspecify.annotations.NullMarked;
