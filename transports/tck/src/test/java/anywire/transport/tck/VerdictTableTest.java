package anywire.transport.tck;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.inproc.InProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTableTest {
    @Test
    void writes_one_line_a_verdict(@TempDir Path folder) throws Exception {
        List<Verdict> verdicts = List.of(
                new Verdict("calls", Optional.of(Guarantee.CALLS_ARRIVE), "it works", CheckOutcome.PASSED, ""),
                new Verdict("events", Optional.empty(), "it fails", CheckOutcome.FAILED, "expected \"a\", not b"));
        Path file = VerdictTable.write(folder.resolve("tck"), "tcp", verdicts);
        assertThat(file).hasFileName("tcp.csv");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "group,guarantee,test,outcome,reason",
                        "\"calls\",CALLS_ARRIVE,\"it works\",PASSED,\"\"",
                        "\"events\",,\"it fails\",FAILED,\"expected \"\"a\"\", not b\"");
    }

    @Test
    void a_name_tells_the_options_that_differ() {
        InProcess transport = new InProcess();
        Endpoint plain = Endpoint.loopback(transport);
        assertThat(VerdictTable.name(transport, plain)).isEqualTo("inproc");
        assertThat(VerdictTable.name(transport, plain.with(CommonOptions.MAX_IN_FLIGHT, 7)))
                .isEqualTo("inproc,maxInFlight=7");
    }
}
