package anywire.operation;

import anywire.social.AuthService;
import anywire.social.Services;
import anywire.social.Token;
import anywire.transport.Credential;

/** The four services, each behind a client of its own choice; who asks travels along as a credential. */
public record RemoteServices(Remote authRemote, Remote storage, Remote follow, Remote notifications)
        implements Services {
    @Override
    public AuthService auth() {
        return new AuthStub(authRemote);
    }

    @Override
    public Personal anyone() {
        return new Personal(new StorageStub(storage), new FollowStub(follow), new NotifyStub(notifications));
    }

    @Override
    public Personal as(Token token) {
        Credential caller = token.credential();
        return new Personal(
                new StorageStub(storage.as(caller)),
                new FollowStub(follow.as(caller)),
                new NotifyStub(notifications.as(caller)));
    }
}
