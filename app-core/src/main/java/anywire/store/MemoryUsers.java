package anywire.store;

import anywire.social.Username;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class MemoryUsers implements UserStore {
    private final ConcurrentHashMap<Username, PasswordHash> passwords = new ConcurrentHashMap<>();

    @Override
    public boolean add(Username username, PasswordHash password) {
        return passwords.putIfAbsent(username, password) == null;
    }

    @Override
    public Optional<PasswordHash> password(Username username) {
        return Optional.ofNullable(passwords.get(username));
    }

    @Override
    public boolean contains(Username username) {
        return passwords.containsKey(username);
    }
}
