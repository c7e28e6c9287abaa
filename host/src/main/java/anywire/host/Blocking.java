package anywire.host;

import anywire.transport.Description;
import anywire.transport.Operation;
import anywire.transport.Operation.Work;
import anywire.transport.Service;

/** A service whose operations wait for something, whatever their contract says: they run on the host's executor. */
final class Blocking extends ForwardingService {
    private final Description description;

    Blocking(Service inner) {
        super(inner);
        Description described = inner.describe();
        this.description = new Description(
                described.service(),
                described.operations().stream().map(Blocking::blocking).toList(),
                described.formats());
    }

    private static Operation blocking(Operation o) {
        return new Operation(o.service(), o.name(), o.kind(), o.effect(), Work.BLOCKING);
    }

    @Override
    public Description describe() {
        return description;
    }
}
