package anywire.operation;

import anywire.social.AuthService;
import anywire.social.FollowService;
import anywire.social.NotifyHub;
import anywire.social.StorageService;
import anywire.transport.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue: every operation of every service. */
public final class Operations {
    public static final Contract<AuthService> AUTH = AuthOperations.CONTRACT;
    public static final Contract<StorageService> STORAGE = StorageOperations.CONTRACT;
    public static final Contract<FollowService> FOLLOW = FollowOperations.CONTRACT;
    public static final Contract<NotifyHub> NOTIFY = NotifyOperations.CONTRACT;

    private static final List<Contract<?>> ALL = List.of(AUTH, STORAGE, FOLLOW, NOTIFY);

    private Operations() {}

    public static List<Contract<?>> all() {
        return ALL;
    }

    public static List<String> services() {
        return ALL.stream().map(Contract::service).toList();
    }

    public static Stream<Procedure<?, ?, ?>> procedures() {
        return ALL.stream().flatMap(contract -> contract.procedures().stream());
    }

    public static Stream<Channel<?, ?>> channels() {
        return ALL.stream().flatMap(contract -> contract.channels().stream());
    }

    /** By path: {@code storage/post}. */
    public static Optional<Procedure<?, ?, ?>> procedure(String path) {
        return procedures().filter(p -> p.operation().path().equals(path)).findFirst();
    }

    /** By path, procedures and channels alike. */
    public static Optional<Operation> operation(String path) {
        return ALL.stream()
                .flatMap(contract -> contract.operations().stream())
                .filter(operation -> operation.path().equals(path))
                .findFirst();
    }
}
