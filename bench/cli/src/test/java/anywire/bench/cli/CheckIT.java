package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code anywire check} says of transports with one fault each, and of one without. The TCK's own tests have more. */
class CheckIT {
    @TempDir
    Path folder;

    @Test
    void one_without_fault_keeps_what_it_promises() throws Exception {
        check(FaultyTransport.compiled(folder, "Sound"), "10m", 0, "faulty keeps what it promises");
    }

    @Test
    void what_there_was_no_time_for_is_not_called_kept() throws Exception {
        check(FaultyTransport.compiled(folder, "Sound"), "1ms", 1, "faulty was not tried to the end");
    }

    @Test
    void a_missing_class_is_named() throws Exception {
        check(FaultyTransport.missing(folder), "5s", 1, "can't be loaded", "faulty.Missing");
    }

    @Test
    void a_constructor_that_throws_is_named_with_what_it_threw() throws Exception {
        check(FaultyTransport.compiled(folder, "Throws"), "5s", 1, "faulty.Throws", "no licence found");
    }

    @Test
    void anothers_scheme_is_named_with_who_has_it() throws Exception {
        check(
                FaultyTransport.compiled(folder, "Takes"),
                "5s",
                1,
                "faulty.Takes has the scheme tcp, which anywire.transport.tcp.TcpTransport has already");
    }

    @Test
    @Tag("slow")
    void a_connect_that_hangs_is_told_by_the_check_that_did_not_end() throws Exception {
        check(FaultyTransport.compiled(folder, "Hangs"), "5s", 1, "BROKEN", "did not end within");
    }

    @Test
    @Tag("slow")
    void a_thread_that_stays_is_told() throws Exception {
        check(FaultyTransport.compiled(folder, "Leaks"), "5s", 1, "BROKEN", "no lent thread is left");
    }

    @Test
    @Tag("slow")
    void waiting_on_the_callers_thread_is_told() throws Exception {
        check(
                FaultyTransport.compiled(folder, "Generations"),
                "60s",
                1,
                List.of("--only", "concurrency"),
                "BROKEN    (every) concurrency",
                "asking does not wait for the answer");
    }

    @Test
    @Tag("slow")
    void a_promise_that_is_not_kept_is_named_and_so_is_another_netty() throws Exception {
        check(
                FaultyTransport.withNetty(FaultyTransport.compiled(folder, "Lies"), "4.1.1.Final"),
                "60s",
                1,
                "brings Netty 4.1.1.Final",
                "BROKEN    EVENTS_WAIT_FOR_SERVICE",
                "hint: something must keep events");
    }

    private void check(Path transport, String limit, int exit, String... said) throws Exception {
        check(transport, limit, exit, List.of(), said);
    }

    private void check(Path transport, String limit, int exit, List<String> options, String... said) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("check", "--limit", limit));
        arguments.addAll(options);
        arguments.add(transport.toString());
        try (AnywireProcess process = AnywireProcess.built(folder, arguments.toArray(String[]::new))) {
            assertThat(process.exit()).as(process.said()).isEqualTo(exit);
            assertThat(process.said()).contains(said).doesNotContain("\tat ");
        }
    }
}
