package anywire.host;

import anywire.transport.Transport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;

/** The transports on this JVM's class path and on its {@link TransportPath}, found by {@link ServiceLoader}. */
public final class Transports {
    private static final String SERVICES = "META-INF/services/" + Transport.class.getName();

    private static final int MANY = 1_000;

    private final List<Transport> transports = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private Transports() {}

    /**
     * By scheme, in order. One that can't be loaded, or that has another's scheme, is left out and named in
     * {@link Found#faults()}.
     */
    public static Found find() {
        Transports all = new Transports();
        all.from(Transports.class.getClassLoader(), "the class path");
        for (TransportPath.Place place : TransportPath.places()) {
            String where = String.valueOf(place.entries().get(0));
            if (place.findResource(SERVICES) == null) {
                all.faults.add(where + " holds no transport: no " + SERVICES + " in it names a class");
            } else {
                all.from(place, where);
            }
        }
        all.transports.sort(Comparator.comparing(Transport::scheme));
        return new Found(List.copyOf(all.transports), List.copyOf(all.faults));
    }

    private void from(ClassLoader loader, String where) {
        Iterator<Provider<Transport>> providers =
                ServiceLoader.load(Transport.class, loader).stream().iterator();
        boolean more = true;
        for (int i = 0; more && i < MANY; i++) {
            try {
                more = providers.hasNext();
                if (more) {
                    add(providers.next(), loader);
                }
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                faults.add("a transport of " + where + " can't be loaded: " + told(e));
            }
        }
    }

    /** What a {@link ServiceConfigurationError} says names the class; its cause says why. */
    private static String told(Throwable fault) {
        String what = fault instanceof ServiceConfigurationError
                ? String.valueOf(fault.getMessage()).replace(Transport.class.getName() + ": ", "")
                : fault.toString();
        return fault.getCause() == null ? what : what + ": " + fault.getCause();
    }

    /** A place's parent has its own transports, which were found already. */
    private void add(Provider<Transport> provider, ClassLoader loader) {
        if (provider.type().getClassLoader() != loader && loader instanceof TransportPath.Place) {
            return;
        }
        Transport transport = provider.get();
        String scheme = transport.scheme();
        Optional<Transport> same =
                transports.stream().filter(t -> t.scheme().equals(scheme)).findFirst();
        if (!scheme.matches("[a-z0-9][a-z0-9-]*")) {
            faults.add(provider.type().getName() + " has '" + scheme
                    + "' for its scheme: lower case letters, digits and hyphens would be right");
        } else if (same.isPresent()) {
            faults.add(provider.type().getName() + " has the scheme " + scheme + ", which "
                    + same.get().getClass().getName() + " has already");
        } else {
            transports.add(transport);
        }
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

        /** Those of the {@link TransportPath}. */
        public List<Transport> added() {
            return transports.stream()
                    .filter(transport -> transport.getClass().getClassLoader() instanceof TransportPath.Place)
                    .toList();
        }
    }
}
