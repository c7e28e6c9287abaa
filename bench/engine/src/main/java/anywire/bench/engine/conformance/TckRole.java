package anywire.bench.engine.conformance;

import anywire.host.Questions;
import anywire.host.Role;
import anywire.host.Transports;
import anywire.transport.Endpoint;
import anywire.transport.Transport;
import anywire.transport.tck.Tck;
import anywire.transport.tck.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs the TCK in a process that has nothing but the TCK and the transport on its class path. */
public final class TckRole implements Role {
    /**
     * Try these groups.
     *
     * @param secrets that both sides are lent, by name
     */
    public record Try(
            String scheme, String endpoint, Map<String, String> secrets, List<String> groups, long limitNanos) {}

    /** In the order of the checks. */
    public record Tried(List<Checked> checks) {}

    /**
     * One check.
     *
     * @param guarantee that it tests, by name, or empty
     * @param outcome by name
     */
    public record Checked(String group, String guarantee, String test, String outcome, String reason) {
        private static Checked of(Verdict verdict) {
            return new Checked(
                    verdict.group(),
                    verdict.guarantee().map(Enum::name).orElse(""),
                    verdict.test(),
                    verdict.outcome().name(),
                    verdict.reason());
        }
    }

    /** Many times what any check of a transport that works has been seen to take. */
    private static final Duration EACH = Duration.ofSeconds(12);

    @Override
    public void answers(Questions on) {
        on.on(Try.class, this::run);
    }

    private Record run(Try wanted) {
        Transport transport = Transports.find().get(wanted.scheme());
        Endpoint endpoint = Endpoint.parse(wanted.endpoint(), transport);
        Tck.Limits limits = new Tck.Limits(EACH, Duration.ofNanos(wanted.limitNanos()));
        return new Tried(Tck.run(transport, endpoint, wanted.secrets(), wanted.groups()::contains, limits).stream()
                .map(Checked::of)
                .toList());
    }
}
