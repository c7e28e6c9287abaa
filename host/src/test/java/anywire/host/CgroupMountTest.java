package anywire.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CgroupMountTest {
    private static final String UNIFIED =
            "31 23 0:27 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate";

    @Test
    void a_process_has_its_place_below_the_mount() throws IOException {
        assertThat(CgroupMount.own(List.of(UNIFIED), List.of("0::/user.slice/session-1.scope")))
                .isEqualTo(Path.of("/sys/fs/cgroup/user.slice/session-1.scope"));
        assertThat(CgroupMount.own(List.of(UNIFIED), List.of("0::/"))).isEqualTo(Path.of("/sys/fs/cgroup"));
    }

    @Test
    void beside_version_1_it_is_mounted_elsewhere() throws IOException {
        List<String> mounts = List.of(
                "37 31 0:34 / /sys/fs/cgroup/freezer rw,relatime - cgroup cgroup rw,freezer",
                "41 31 0:38 / /sys/fs/cgroup/uni\\040fied rw,relatime - cgroup2 cgroup2 rw");

        assertThat(CgroupMount.own(mounts, List.of("6:freezer:/other", "0::/job")))
                .isEqualTo(Path.of("/sys/fs/cgroup/uni fied/job"));
    }

    @Test
    void a_mount_may_begin_further_down() throws IOException {
        List<String> mounts = List.of("31 23 0:27 /docker/12ab /sys/fs/cgroup ro - cgroup2 cgroup rw");

        assertThat(CgroupMount.own(mounts, List.of("0::/docker/12ab/run"))).isEqualTo(Path.of("/sys/fs/cgroup/run"));
        assertThat(CgroupMount.own(mounts, List.of("0::/docker/12ab"))).isEqualTo(Path.of("/sys/fs/cgroup"));
    }

    @Test
    void where_there_is_none_it_says_why() {
        assertThatThrownBy(() -> CgroupMount.own(List.of(UNIFIED), List.of("6:freezer:/")))
                .hasMessage("the kernel has no cgroups of version 2");
        assertThatThrownBy(() -> CgroupMount.own(List.of(), List.of("0::/job")))
                .hasMessage("no file system of cgroup version 2 is mounted that has /job");
        assertThatThrownBy(() -> CgroupMount.own(List.of(UNIFIED), List.of("0::/../outside")))
                .hasMessageContaining("/../outside");
    }
}
