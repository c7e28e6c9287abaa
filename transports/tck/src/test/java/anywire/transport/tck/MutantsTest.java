package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.Endpoint;
import anywire.transport.tck.Tck.Limits;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the kit: a transport with a fault must fail the check that looks for it. */
@Execution(ExecutionMode.CONCURRENT)
class MutantsTest {
    /** What a mutant never does is not waited for as long as what a sound transport does late. */
    private static final Limits HASTY = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofHours(1));

    static Stream<Mutant> mutants() {
        return Stream.of(CallMutants.all(), EventMutants.all(), PushMutants.all(), LifeMutants.all(), PortMutants.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void the_kit_catches_a_transport_that(Mutant mutant) {
        Endpoint endpoint = Endpoint.loopback(mutant.transport());
        Verdict verdict = Tck.run(mutant.transport(), endpoint, mutant.group(), mutant.test(), HASTY);
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(CheckOutcome.FAILED);
    }

    @Test
    void a_mutant_without_a_fault_passes_every_check_that_mutants_fail() {
        MutantTransport sound = new PortMutants.OpenPort();
        assertThat(mutants()
                        .map(mutant ->
                                Tck.run(sound, Endpoint.loopback(sound), mutant.group(), mutant.test(), Limits.AMPLE))
                        .filter(verdict -> !verdict.group().equals("security")))
                .allSatisfy(verdict -> assertThat(verdict.outcome())
                        .as("%s: %s", verdict.test(), verdict.reason())
                        .isEqualTo(CheckOutcome.PASSED));
    }

    @Test
    void every_group_has_a_mutant() {
        assertThat(Tck.groups())
                .allMatch(group -> mutants().anyMatch(mutant -> mutant.group().equals(group)));
    }
}
