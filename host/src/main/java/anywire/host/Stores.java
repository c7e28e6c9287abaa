package anywire.host;

import anywire.operation.Operations;
import anywire.store.PostStores;
import anywire.store.PostStores.OpenPosts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The kinds of stores on the class path. */
public final class Stores {
    private Stores() {}

    /** Memory, which is no kind of these, aside. */
    public static List<String> names() {
        return ServiceLoader.load(PostStores.class).stream()
                .map(found -> found.get().name())
                .sorted()
                .toList();
    }

    /** @throws IllegalArgumentException that names those that there are */
    public static PostStores named(String name) {
        return ServiceLoader.load(PostStores.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(stores -> stores.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no store '" + name + "'; there are "
                        + names().stream().collect(Collectors.joining(", ", "memory, ", ""))));
    }

    static Optional<OpenPosts> open(HostingSpec spec) {
        return spec.store().isEmpty() || !spec.services().contains(Operations.STORAGE.service())
                ? Optional.empty()
                : Optional.of(named(spec.store()).open(Path.of(spec.storeFolder())));
    }
}
