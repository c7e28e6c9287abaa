package anywire.store;

import anywire.social.Username;
import java.util.Optional;

public interface SessionStore {
    void put(SessionKey key, Session session);

    /** Whether it has expired is the caller's to judge. */
    Optional<Session> find(SessionKey key);

    void remove(SessionKey key);

    /** Forgets the sessions that ended before then, in milliseconds since 1970. */
    void removeEndedBefore(long epochMillis);

    /** @param endsAtEpochMillis in milliseconds since 1970 */
    record Session(Username username, long endsAtEpochMillis) {}
}
