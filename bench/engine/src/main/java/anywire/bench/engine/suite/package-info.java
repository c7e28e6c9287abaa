/**
 * Suite files: YAML, strict. A key that nobody knows, a value of the wrong type or out of range is refused in one line
 * that names the file, the line and what would be right.
 */
@NullMarked
package anywire.bench.engine.suite;

import org.jspecify.annotations.NullMarked;
