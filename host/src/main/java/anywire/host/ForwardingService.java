package anywire.host;

import anywire.transport.Call;
import anywire.transport.Description;
import anywire.transport.Publisher;
import anywire.transport.Reply;
import anywire.transport.Service;
import java.util.concurrent.CompletionStage;

/** Passes everything on: what stands between a transport and a service overrides what it is there for. */
class ForwardingService implements Service {
    private final Service inner;

    ForwardingService(Service inner) {
        this.inner = inner;
    }

    @Override
    public Description describe() {
        return inner.describe();
    }

    @Override
    public void serving(Publisher publisher) {
        inner.serving(publisher);
    }

    @Override
    public void stopped(Publisher publisher) {
        inner.stopped(publisher);
    }

    @Override
    public CompletionStage<Reply> call(Call call) {
        return inner.call(call);
    }

    @Override
    public CompletionStage<Void> receive(Call call) {
        return inner.receive(call);
    }

    @Override
    public CompletionStage<Reply> admit(Call call, String topic) {
        return inner.admit(call, topic);
    }
}
