/**
 * What the services keep, and stores that keep it in memory. Every store is safe for use by many threads, and what a
 * method has returned is seen by every call that begins afterwards.
 */
@NullMarked
package anywire.store;

import org.jspecify.annotations.NullMarked;
