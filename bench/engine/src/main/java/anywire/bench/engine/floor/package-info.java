/** Bare things to compare with, in the same generations: a blocking-socket ping-pong, bare HTTP. */
@NullMarked
package anywire.bench.engine.floor;

import org.jspecify.annotations.NullMarked;
