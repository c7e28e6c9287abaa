@NullMarked
package anywire.network;

import org.jspecify.annotations.NullMarked;
