/** What can be measured on this machine, what is missing, and the fix. */
@NullMarked
package anywire.bench.engine.doctor;

import org.jspecify.annotations.NullMarked;
