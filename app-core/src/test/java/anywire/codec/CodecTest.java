package anywire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.operation.AuthOperations.Authenticate;
import anywire.operation.AuthOperations.LogIn;
import anywire.operation.Done;
import anywire.operation.FollowOperations.Usernames;
import anywire.operation.NotifyOperations.Published;
import anywire.operation.StorageOperations.ByAuthor;
import anywire.operation.StorageOperations.NewPost;
import anywire.operation.StorageOperations.Timeline;
import anywire.social.Token;
import anywire.social.Username;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecTest {
    private static final Codec BINARY = new BinaryCodec();
    private static final Codec JSON = new JsonCodec();
    private static final Codec FORM = new FormCodec();

    record Endless(List<Endless> more) {}

    record Bytes(byte[] bytes) {}

    record Flags(List<Done> flags) {}

    record Strange(Thread thread) {}

    @Test
    void binary_adds_one_byte_to_a_short_token() {
        assertThat(BINARY.encode(new Authenticate(new Token("abc")))).containsExactly(3, 'a', 'b', 'c');
    }

    @Test
    void a_huge_length_is_refused_before_anything_is_allocated() {
        byte[] huge = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 7};
        assertThatThrownBy(() -> BINARY.decode(Usernames.class, huge))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("0 bytes are left");
        assertThatThrownBy(() -> BINARY.decode(Bytes.class, huge)).isInstanceOf(CodecException.class);
    }

    @Test
    void a_number_in_a_longer_form_than_need_be_is_refused() {
        assertThatThrownBy(() -> BINARY.decode(Authenticate.class, new byte[] {(byte) 0x81, 0, 'a'}))
                .hasMessageContaining("shortest form");
    }

    @Test
    void malformed_utf_8_is_refused_and_a_replacement_character_is_not() throws CodecException {
        assertThatThrownBy(() -> BINARY.decode(Inner.class, new byte[] {1, (byte) 0xFF}))
                .hasMessageContaining("not UTF-8");
        assertThat(BINARY.decode(Inner.class, BINARY.encode(new Inner("\uFFFD")))
                        .text())
                .isEqualTo("\uFFFD");
    }

    record Inner(String text) {}

    @Test
    void half_a_surrogate_pair_is_never_encoded() {
        NewPost half = new NewPost(new Username("ann"), "x\ud83c");
        assertThatThrownBy(() -> BINARY.encode(half)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JSON.encode(half)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FORM.encode(half)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void half_a_surrogate_pair_is_refused_in_json() {
        assertThatThrownBy(() -> json(NewPost.class, "{'author':'ann','text':'\\ud83c'}"))
                .hasMessageContaining("surrogate");
    }

    @Test
    void types_that_cannot_be_bounded_or_known_are_refused_at_once() {
        assertThatThrownBy(() -> BINARY.decode(Endless.class, new byte[0])).hasMessageContaining("contains itself");
        assertThatThrownBy(() -> JSON.decode(Endless.class, new byte[0])).hasMessageContaining("contains itself");
        assertThatThrownBy(() -> BINARY.decode(Flags.class, new byte[0])).hasMessageContaining("no bound");
        assertThatThrownBy(() -> BINARY.decode(Strange.class, new byte[0])).hasMessageContaining("java.lang.Thread");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'username':'ann','passwort':'x'} | 'passwort' is unknown; known are username, password",
                "{'username':'ann'} | 'password' is missing",
                "{'username':'ann','username':'bob'} | 'username' is there twice",
                "{'username':'Ann','password':'12345678'} | a username is 1 to 20 lower-case letters",
                "{'username':7,'password':'12345678'} | at /username: expected a string, found number int",
                "{'username':'ann','password':'12345678'} x | this is not JSON",
                "{'username':'ann','password':'12345678'} {} | there is more after the end",
                "{'username': | this is not JSON",
                "[] | expected an object, found start array",
            })
    void json_says_what_is_wrong(String text, String complaint) {
        assertThatThrownBy(() -> json(LogIn.class, text))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void json_takes_no_number_from_a_string_nor_a_fraction_for_a_whole_number() {
        assertThatThrownBy(() -> json(ByAuthor.class, "{'author':'ann','limit':'5'}"))
                .hasMessageContaining("expected a whole number");
        assertThatThrownBy(() -> json(ByAuthor.class, "{'author':'ann','limit':5.5}"))
                .hasMessageContaining("expected a whole number");
        assertThatThrownBy(() -> json(ByAuthor.class, "{'author':'ann','limit':5000000000}"))
                .isInstanceOf(CodecException.class);
    }

    @Test
    void nesting_without_end_is_refused() {
        assertThatThrownBy(() -> json(LogIn.class, "{'username':" + "[".repeat(100_000)))
                .isInstanceOf(CodecException.class);
    }

    @Test
    void a_form_takes_numbers_and_lists_and_leaves_out_what_is_optional() throws CodecException {
        assertThat(form(Timeline.class, "authors=ann&limit=5&authors=bob"))
                .isEqualTo(new Timeline(
                        List.of(new Username("ann"), new Username("bob")),
                        Optional.of(5),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(form(NewPost.class, "author=ann&text=a+b%2Bc+%F0%9F%8C%8D").text())
                .isEqualTo("a b+c \ud83c\udf0d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "author=ann&limt=5 | 'limt' is unknown; known are author, limit, afterId, beforeId",
                "limit=5 | 'author' is missing",
                "author=ann&author=bob | 'author' is there twice",
                "author=ann&limit=five | 'limit': 'five' is not a whole number",
                "author=ann&limit=500 | limit is 1 to 100, not 500",
                "author=%zz | two hexadecimal digits",
                "author=%ff | not UTF-8",
            })
    void a_form_says_what_is_wrong(String text, String complaint) {
        assertThatThrownBy(() -> form(ByAuthor.class, text))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void what_a_form_cannot_say_is_refused_with_what_can() {
        assertThatThrownBy(() -> form(Published.class, "post=1")).hasMessageContaining("application/json");
    }

    private static <T> T json(Class<T> type, String text) throws CodecException {
        return JSON.decode(type, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T form(Class<T> type, String text) throws CodecException {
        return FORM.decode(type, text.getBytes(StandardCharsets.UTF_8));
    }
}
