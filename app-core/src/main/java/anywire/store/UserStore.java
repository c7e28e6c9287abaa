package anywire.store;

import anywire.social.Username;
import java.util.Optional;

public interface UserStore {
    /** @return false, and nothing changes, if the name is taken */
    boolean add(Username username, PasswordHash password);

    Optional<PasswordHash> password(Username username);

    boolean contains(Username username);
}
