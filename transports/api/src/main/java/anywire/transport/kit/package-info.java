/**
 * What is there already for whoever writes a transport, so that all do alike what none should do differently: finding the
 * service and the thread ({@link anywire.transport.kit.Routes}), calls in flight ({@link anywire.transport.kit.PendingCalls}),
 * answers as a status and bytes ({@link anywire.transport.kit.Outcome}), subscribers
 * ({@link anywire.transport.kit.Topics}) and subscriptions ({@link anywire.transport.kit.ClientSubscription}). Nothing here
 * has to be used.
 */
@NullMarked
package anywire.transport.kit;

import org.jspecify.annotations.NullMarked;
