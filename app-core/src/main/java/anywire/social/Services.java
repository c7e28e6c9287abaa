package anywire.social;

/**
 * The four services as one caller reaches them. {@link #as} is cheap, and is asked anew for each thing that a person
 * does.
 */
public interface Services {
    AuthService auth();

    /** For what anybody may ask. */
    Personal anyone();

    /** For somebody who holds this token. */
    Personal as(Token token);

    record Personal(StorageService storage, FollowService follow, NotifyService notifications) {}

    /** Services that ask nobody who they are: all in one process, or behind a wall. */
    static Services trusting(
            AuthService auth, StorageService storage, FollowService follow, NotifyService notifications) {
        Personal same = new Personal(storage, follow, notifications);
        return new Services() {
            @Override
            public AuthService auth() {
                return auth;
            }

            @Override
            public Personal anyone() {
                return same;
            }

            @Override
            public Personal as(Token token) {
                return same;
            }
        };
    }
}
