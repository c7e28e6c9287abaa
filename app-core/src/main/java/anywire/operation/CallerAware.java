package anywire.operation;

import anywire.social.Username;
import anywire.transport.Call;
import anywire.transport.Operation;
import anywire.transport.Reply;
import anywire.transport.Service;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A service that can be told who asks. Asked without, it trusts its caller to be whom the request speaks of. */
public interface CallerAware extends Service {
    /** Whether only the user that the request speaks of may ask. */
    boolean needsCaller(Operation operation);

    CompletionStage<Reply> call(Call call, Optional<Username> caller);

    CompletionStage<Void> receive(Call call, Optional<Username> caller);

    CompletionStage<Reply> admit(Call call, String topic, Optional<Username> caller);

    @Override
    default CompletionStage<Reply> call(Call call) {
        return call(call, Optional.empty());
    }

    @Override
    default CompletionStage<Void> receive(Call call) {
        return receive(call, Optional.empty());
    }

    @Override
    default CompletionStage<Reply> admit(Call call, String topic) {
        return admit(call, topic, Optional.empty());
    }
}
