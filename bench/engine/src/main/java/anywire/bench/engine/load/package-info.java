/** Who sends when: arrivals, the open-loop sender, the closed loop, and the actions that they start. */
@NullMarked
package anywire.bench.engine.load;

import org.jspecify.annotations.NullMarked;
