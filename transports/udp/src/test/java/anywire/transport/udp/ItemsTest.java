package anywire.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which items have been heard, by what the client says of it. */
class ItemsTest {
    private record Word(long upTo, BitSet after) {
        boolean covers(long number) {
            return number < upTo || number > upTo && after.get((int) (number - upTo - 1));
        }
    }

    private static Word word(HeardItems heard) {
        Message news = heard.news();
        ByteBuf out = Unpooled.buffer();
        news.writeTo(out);
        assertThat(out.readableBytes()).isEqualTo(news.size());
        long upTo = out.readLong();
        long[] words = new long[out.readableBytes() / Long.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = out.readLong();
        }
        return new Word(upTo, BitSet.valueOf(words));
    }

    @Property
    void says_exactly_what_has_arrived_as_far_as_it_can(
            @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 300) Integer> numbers) {
        HeardItems heard = new HeardItems();
        List<Integer> arrived = new ArrayList<>();

        for (int number : numbers) {
            assertThat(heard.hear(number)).isEqualTo(!arrived.contains(number));
            arrived.add(number);
            Word word = word(heard);
            for (int each = 1; each <= 300; each++) {
                assertThat(word.covers(each)).as("%d of %s", each, arrived).isEqualTo(arrived.contains(each));
            }
        }
    }

    @Test
    void what_is_far_ahead_of_all_that_a_server_sends_is_not_taken() {
        HeardItems heard = new HeardItems();

        assertThat(heard.hear(1_000_000)).isFalse();
        assertThat(heard.hear(-3)).isFalse();
        assertThat(word(heard)).isEqualTo(new Word(1, new BitSet()));
    }

    @Test
    void a_word_is_news_once() {
        HeardItems heard = new HeardItems();
        assertThat(heard.isNews()).isFalse();
        assertThat(heard.hear(1)).isTrue();
        assertThat(heard.isNews()).isTrue();
        Word ignored = word(heard);
        assertThat(heard.isNews()).isFalse();
        assertThat(heard.hear(1)).isFalse();
        assertThat(heard.isNews())
                .as("a repetition shows that the word was lost")
                .isTrue();
    }

    @Test
    void an_item_comes_out_as_it_went_in() {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[random.nextInt(50)];
            random.nextBytes(bytes);
            Item item = new Item(
                    random.nextLong(),
                    random.nextLong(),
                    random.nextBoolean(),
                    random.nextInt(5) == 0
                            ? null
                            : new anywire.transport.Body(anywire.transport.Format.of(1 + random.nextInt(255)), bytes));
            ByteBuf out = Unpooled.buffer();
            item.writeTo(out);

            assertThat(out.readableBytes()).isEqualTo(item.size());
            assertThat(Item.read(out)).isEqualTo(item);
        }
    }
}
