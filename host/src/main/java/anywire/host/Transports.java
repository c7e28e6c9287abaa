package anywire.host;

import anywire.transport.Transport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The transports on this JVM's class path, found by {@link ServiceLoader}. */
public final class Transports {
    private Transports() {}

    /** By scheme, in order. A transport that can't be loaded is left out and named in {@link Found#faults()}. */
    public static Found find() {
        List<Transport> transports = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        ServiceLoader.load(Transport.class).stream().forEach(provider -> {
            try {
                transports.add(provider.get());
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                faults.add("transport " + provider.type().getName() + " can't be loaded: " + cause);
            }
        });
        transports.sort(Comparator.comparing(Transport::scheme));
        return new Found(List.copyOf(transports), List.copyOf(faults));
    }

    public record Found(List<Transport> transports, List<String> faults) {
        public Optional<Transport> named(String scheme) {
            return transports.stream().filter(t -> t.scheme().equals(scheme)).findFirst();
        }

        /** @throws IllegalArgumentException naming those that are there */
        public Transport get(String scheme) {
            return named(scheme)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no transport '" + scheme + "'; there are " + String.join(", ", schemes())));
        }

        public List<String> schemes() {
            return transports.stream().map(Transport::scheme).toList();
        }
    }
}
