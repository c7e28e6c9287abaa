/**
 * Measures what is known, and says how far off the harness is.
 *
 * <pre>
 *   case            truth                                                        over
 *   known delay     what a responder waited, by its own clock                    in process
 *   known queue     Lindley's recursion over the arrivals that it wrote down     in process
 *   own limit       none: the highest rate at which the driver is on time        in process
 *   known stall     arithmetic on how long a process stood still                 tcp
 *   known loss      which calls were dropped, doubled and swapped on purpose     tcp
 * </pre>
 *
 * Everything is measured in the windows that runs are made of, by the same processes on the same cores.
 */
@NullMarked
package anywire.bench.engine.calibrate;

import org.jspecify.annotations.NullMarked;
