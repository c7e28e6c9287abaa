/** The driver's process: composes load and measurement over one transport's client. */
@NullMarked
package anywire.bench.engine.driver;

import org.jspecify.annotations.NullMarked;
