/** The commands: each parses, calls one class, prints. */
@NullMarked
package anywire.bench.cli;

import org.jspecify.annotations.NullMarked;
