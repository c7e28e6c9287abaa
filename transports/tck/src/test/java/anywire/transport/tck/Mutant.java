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
    interface Spoiled {
        Client of(Client sound);
    }

    static Mutant client(String fault, Spoiled spoiled, String group, String test) {
        return new Mutant(
                fault,
                new MutantTransport() {
                    @Override
                    Client spoil(Client client, anywire.transport.Endpoint to, anywire.transport.Host host) {
                        return spoiled.of(client);
                    }
                },
                group,
                test);
    }

    static Mutant arrival(String fault, UnaryOperator<Call> spoiled, String group, String test) {
        return service(
                fault,
                sound -> new PassingService(sound) {
                    @Override
                    Call arriving(Call call) {
                        return spoiled.apply(call);
                    }
                },
                group,
                test);
    }

    static Mutant service(String fault, UnaryOperator<Service> spoiled, String group, String test) {
        return new Mutant(
                fault,
                new MutantTransport() {
                    @Override
                    Service spoil(Service service) {
                        return spoiled.apply(service);
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
