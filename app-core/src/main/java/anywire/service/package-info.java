/** The four services, over stores, with their rules; and {@link anywire.service.Backend}, which assembles them. */
@NullMarked
package anywire.service;

import org.jspecify.annotations.NullMarked;
