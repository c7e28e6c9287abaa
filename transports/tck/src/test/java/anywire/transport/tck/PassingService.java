package anywire.transport.tck;

import anywire.transport.Call;
import anywire.transport.Description;
import anywire.transport.Publisher;
import anywire.transport.Reply;
import anywire.transport.Service;
import java.util.concurrent.CompletionStage;

/** Passes everything on: where a mutant spoils what arrives at the server. */
class PassingService implements Service {
    final Service service;

    PassingService(Service service) {
        this.service = service;
    }

    /** What has become of a call on its way. */
    Call arriving(Call call) {
        return call;
    }

    @Override
    public Description describe() {
        return service.describe();
    }

    @Override
    public void serving(Publisher publisher) {
        service.serving(publisher);
    }

    @Override
    public void stopped(Publisher publisher) {
        service.stopped(publisher);
    }

    @Override
    public CompletionStage<Reply> call(Call call) {
        return service.call(arriving(call));
    }

    @Override
    public CompletionStage<Void> receive(Call call) {
        return service.receive(arriving(call));
    }

    @Override
    public CompletionStage<Reply> admit(Call call, String topic) {
        return service.admit(arriving(call), topic);
    }
}
