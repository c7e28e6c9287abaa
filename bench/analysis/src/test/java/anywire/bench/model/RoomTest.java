package anywire.bench.model;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.model.Suite.Layout;
import anywire.bench.samples.SampleWindow;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    private final SampleWindow tcp = SampleWindow.over("tcp");

    @Test
    void a_driver_has_a_core_of_its_own_and_the_services_the_others() {
        assertThat(Room.of(Layout.CROSS, 4)).isEqualTo(new Room(1, 3, false));
        assertThat(Room.of(Layout.SAME, 4)).isEqualTo(new Room(1, 1, true));
        assertThat(Room.of(Layout.CROSS, 1)).isEqualTo(new Room(1, 1, true));
    }

    @Test
    void an_end_that_uses_more_than_nine_tenths_of_its_cores_has_none_to_spare() {
        Room two = Room.of(Layout.CROSS, 2);
        assertThat(two.saturated(tcp.driverCpu(0.88).window())).isFalse();
        assertThat(two.saturated(tcp.driverCpu(0.92).window())).isTrue();
        assertThat(two.saturated(tcp.driverCpu(0.1).serverCpu(0.92).window())).isTrue();
    }

    @Test
    void services_on_three_cores_have_three_times_the_room() {
        Room four = Room.of(Layout.CROSS, 4);
        assertThat(four.serviceShare(tcp.serverCpu(1.5).window())).isCloseTo(0.5, CLOSE);
        assertThat(four.saturated(tcp.serverCpu(2.8).window())).isTrue();
    }

    @Test
    void on_one_core_both_count_together() {
        Window halfEach = tcp.driverCpu(0.48).serverCpu(0.48).window();
        assertThat(Room.of(Layout.CROSS, 2).saturated(halfEach)).isFalse();
        assertThat(Room.of(Layout.SAME, 2).driverShare(halfEach)).isCloseTo(0.96, CLOSE);
        assertThat(Room.of(Layout.SAME, 2).saturated(halfEach)).isTrue();
    }

    @Test
    void in_process_there_is_one_end() {
        Window inProcess = tcp.server(Cost.NONE).driverCpu(0.5).window();
        assertThat(Room.of(Layout.SAME, 2).serviceShare(inProcess)).isZero();
        assertThat(Room.of(Layout.SAME, 2).driverShare(inProcess)).isCloseTo(0.5, CLOSE);
    }
}
