package anywire.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.bench.engine.calibrate.NoiseExperiment.Choice;
import anywire.bench.model.NoiseKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class NoiseCommandTest {
    @Test
    void everything_in_all_doses_unless_it_is_told_otherwise() {
        Choice choice = choice("--noise");
        assertThat(choice.kinds()).containsExactly(NoiseKind.values());
        assertThat(choice.adversaries()).isTrue();
        assertThat(choice.doses()).isEqualTo(5);
        assertThat(choice.estimate().toMinutes()).isBetween(20L, 25L);
    }

    @Test
    void a_part_of_it_takes_less() {
        Choice choice = choice("--noise", "--kind", "stalls,adversaries", "--doses", "1");
        assertThat(choice.kinds()).containsExactly(NoiseKind.STALLS);
        assertThat(choice.adversaries()).isTrue();
        assertThat(choice.estimate()).isLessThan(choice("--noise").estimate());
        assertThat(choice("--noise", "--kind", "late").adversaries()).isFalse();
    }

    @Test
    void what_is_not_known_is_refused_with_the_nearest() {
        assertThatThrownBy(() -> choice("--noise", "--kind", "stall"))
                .hasMessageContaining("--kind knows no 'stall'")
                .hasMessageContaining("stalls");
        assertThatThrownBy(() -> choice("--noise", "--doses", "6")).hasMessage("--doses is 1 to 5, not 6");
        assertThatThrownBy(() -> choice("--noise", "--passes", "1")).hasMessage("--passes is 2 to 60, not 1");
    }

    private static Choice choice(String... args) {
        NoiseOptions options = new NoiseOptions();
        CommandLine.ParseResult ignored = new CommandLine(options).parseArgs(args);
        return options.choice(List.of());
    }
}
