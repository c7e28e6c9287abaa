package anywire.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void are_runs_of_letters_and_digits_in_any_script() {
        assertThat(Words.in("#Hello, wo\u0308rld! it's 3.5 \u65e5\u672c\u8a9e \u041c\u0418\u0420 \ud83c\udf0d"))
                .containsExactlyInAnyOrder(
                        "hello", "w\u00f6rld", "it", "s", "3", "5", "\u65e5\u672c\u8a9e", "\u043c\u0438\u0440");
    }

    @Test
    void of_one_word_whatever_its_case_there_is_one_form() {
        assertThat(Words.only("STRASSE")).isEqualTo(Words.only("stra\u00dfe"));
        assertThat(Words.only("\u039f\u03a3"))
                .isEqualTo(Words.only("\u03bf\u03c2"))
                .isEqualTo(Words.only("\u03bf\u03c3"));
        assertThat(Words.only(" word ")).contains("word");
    }

    @Test
    void two_words_or_none_are_not_one() {
        assertThat(Words.only("two words")).isEmpty();
        assertThat(Words.only("")).isEmpty();
        assertThat(Words.only("#")).isEmpty();
    }
}
