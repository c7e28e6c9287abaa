package anywire.bench.engine.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.doctor.Finding.Level;
import anywire.host.Freezer.Means;
import org.junit.jupiter.api.Test;

class FreezeCheckTest {
    @Test
    void both_means_are_well_and_the_lesser_says_why() {
        assertThat(FreezeCheck.finding(Means.CGROUP, "")).isEqualTo(Finding.ok("freezing", "cgroup v2 freezer"));
        assertThat(FreezeCheck.finding(
                        Means.SIGNAL, "no cgroup can be used below /sys/fs/cgroup: Read-only file system"))
                .isEqualTo(Finding.ok(
                        "freezing",
                        "SIGSTOP, since no cgroup can be used below /sys/fs/cgroup: Read-only file system"));
    }

    @Test
    void where_there_are_none_it_warns() {
        Finding finding = FreezeCheck.finding(Means.NONE, "this is not Linux");

        assertThat(finding.level()).isEqualTo(Level.WARN);
        assertThat(finding.reason()).contains("this is not Linux");
    }

    @Test
    void what_it_says_of_this_machine_was_tried() {
        assertThat(FreezeCheck.finding().subject()).isEqualTo("freezing");
    }
}
