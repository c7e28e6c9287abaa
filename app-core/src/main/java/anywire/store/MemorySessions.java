package anywire.store;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class MemorySessions implements SessionStore {
    private final ConcurrentHashMap<SessionKey, Session> sessions = new ConcurrentHashMap<>();

    @Override
    public void put(SessionKey key, Session session) {
        sessions.put(key, session);
    }

    @Override
    public Optional<Session> find(SessionKey key) {
        return Optional.ofNullable(sessions.get(key));
    }

    @Override
    public void remove(SessionKey key) {
        sessions.remove(key);
    }

    @Override
    public void removeEndedBefore(long epochMillis) {
        sessions.values().removeIf(session -> session.endsAtEpochMillis() < epochMillis);
    }
}
