/**
 * Records as bytes, and back: compact binary, JSON, and forms as a URL has them. A codec looks at a record's components; no
 * record says how it is encoded.
 */
@NullMarked
package anywire.codec;

import org.jspecify.annotations.NullMarked;
