/** The process that lies between others where a network is to be imitated. */
@NullMarked
package anywire.bench.engine.network;

import org.jspecify.annotations.NullMarked;
