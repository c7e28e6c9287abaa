package anywire.operation;

import anywire.transport.Description;
import anywire.transport.Format;
import anywire.transport.Operation;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that can be asked of a service.
 *
 * @param <S> the service's interface where it runs
 */
public record Contract<S>(
        String service, List<Procedure<? super S, ?, ?>> procedures, List<Channel<? super S, ?>> channels) {
    public Contract {
        procedures = List.copyOf(procedures);
        channels = List.copyOf(channels);
    }

    /** @param formats in which it can reply and push */
    public Description description(List<Format> formats) {
        return new Description(service, operations(), formats);
    }

    public List<Operation> operations() {
        Stream<Operation> calls = procedures.stream().map(Procedure::operation);
        Stream<Operation> pushes = channels.stream().map(Channel::operation);
        return Stream.concat(calls, pushes).toList();
    }
}
