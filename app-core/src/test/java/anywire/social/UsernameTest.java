package anywire.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "ann", "a_1", "z9999999999999999999"})
    void is_up_to_20_lower_case_letters_digits_and_underscores(String name) {
        assertThat(new Username(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "1a", "_a", "a-b", "a b", "\u00e4", "z99999999999999999999", "a\n"})
    void is_nothing_else(String name) {
        assertThatThrownBy(() -> new Username(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 20 lower-case letters")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void secrets_are_never_printed() {
        assertThat(new Password("correct horse").toString()).doesNotContain("horse");
        assertThat(new Token("abcdef").toString()).doesNotContain("abc");
    }

    @Test
    void a_password_has_8_to_200_characters() {
        assertThat(new Password("x".repeat(8))).isNotNull();
        assertThat(new Password("x".repeat(200))).isNotNull();
        assertThatThrownBy(() -> new Password("x".repeat(7))).hasMessageContaining("8 to 200");
        assertThatThrownBy(() -> new Password("x".repeat(201))).hasMessageContaining("8 to 200");
    }
}
