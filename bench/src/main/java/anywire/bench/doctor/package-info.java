/** What can be measured on this machine, what is missing, and the command that mends it. */
@NullMarked
package anywire.bench.doctor;

import org.jspecify.annotations.NullMarked;
