/**
 * Uwitter, the social network, as its users and its front end see it: records, the four service interfaces, the facade
 * {@link anywire.social.SocialNetwork} that composes them, and the graph of who follows whom.
 *
 * <p>Every stage that an interface returns fails with {@link anywire.transport.RefusedException} where the service says
 * no, and with a {@link anywire.transport.TransportException} where there is no answer.
 */
@NullMarked
package anywire.social;

import org.jspecify.annotations.NullMarked;
