/** Generations: starts the processes, warms them, rotates the windows, keeps what was measured. */
@NullMarked
package anywire.bench.engine.runner;

import org.jspecify.annotations.NullMarked;
