package anywire.call;

import anywire.transport.Description;
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

    public Description description() {
        Stream<Operation> calls = procedures.stream().map(Procedure::operation);
        Stream<Operation> pushes = channels.stream().map(Channel::operation);
        return new Description(service, Stream.concat(calls, pushes).toList());
    }
}
