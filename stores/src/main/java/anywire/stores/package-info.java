/** Stores on disk, by JDBI. Found by {@link java.util.ServiceLoader}; nothing here is public but what that needs. */
@NullMarked
package anywire.stores;

import org.jspecify.annotations.NullMarked;
