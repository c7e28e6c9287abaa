@NullMarked
package anywire.transport.http;

import org.jspecify.annotations.NullMarked;
