package anywire.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
    @Property
    void comes_out_of_its_digits_as_it_went_in(@ForAll long high, @ForAll long low) {
        Key key = new Key(high, low);

        assertThat(key.toString()).matches("[0-9a-f]{32}");
        assertThat(Key.parse(key.toString())).isEqualTo(key);
    }

    @Test
    void has_its_leading_zeros() {
        assertThat(new Key(1, -1)).hasToString("0000000000000001ffffffffffffffff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0000000000000001fffffffffffffff", "0000000000000001fffffffffffffffg"})
    void refuses_what_is_none(String text) {
        assertThatThrownBy(() -> Key.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
