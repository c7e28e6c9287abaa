package anywire.transport.tck;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Service;
import anywire.transport.Transport;
import java.util.function.UnaryOperator;

/**
 * A transport with one fault.
 *
 * @param fault what is wrong with it
 * @param test the check of the group that must find it
 */
record Mutant(String fault, Transport transport, String group, String test) {
    interface Mutation {
        Client of(Client sound);
    }

    static Mutant client(String fault, Mutation mutation, String group, String test) {
        return new Mutant(
                fault,
                new MutantTransport() {
                    @Override
                    Client mutate(Client client, anywire.transport.Endpoint to, anywire.transport.Host host) {
                        return mutation.of(client);
                    }
                },
                group,
                test);
    }

    static Mutant arrival(String fault, UnaryOperator<Call> mutation, String group, String test) {
        return service(
                fault,
                sound -> new PassingService(sound) {
                    @Override
                    Call arriving(Call call) {
                        return mutation.apply(call);
                    }
                },
                group,
                test);
    }

    static Mutant service(String fault, UnaryOperator<Service> mutation, String group, String test) {
        return new Mutant(
                fault,
                new MutantTransport() {
                    @Override
                    Service mutate(Service service) {
                        return mutation.apply(service);
                    }
                },
                group,
                test);
    }

    @Override
    public String toString() {
        return fault;
    }
}
