package anywire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.operation.Channel;
import anywire.operation.Operations;
import anywire.operation.Procedure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every record that an operation has, and for one with every type that a codec knows. */
class CodecProperties {
    private static final Codec BINARY = new BinaryCodec();
    private static final Codec JSON = new JsonCodec();
    private static final Codec FORM = new FormCodec();

    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    record Inner(String name, List<Optional<Long>> numbers) {}

    record Everything(
            boolean flag,
            int small,
            long large,
            double real,
            String text,
            Instant at,
            Duration took,
            Colour colour,
            Optional<Inner> maybe,
            List<Inner> many,
            List<List<Integer>> nested,
            Map<String, String> map) {}

    static List<Class<? extends Record>> types() {
        Stream<Class<? extends Record>> requests = Operations.procedures().map(Procedure::request);
        Stream<Class<? extends Record>> replies = Operations.procedures().map(Procedure::reply);
        Stream<Class<? extends Record>> items = Operations.channels().map(Channel::item);
        return Stream.of(requests, replies, items, Stream.<Class<? extends Record>>of(Everything.class))
                .flatMap(s -> s)
                .distinct()
                .toList();
    }

    @Provide
    Arbitrary<Record> anyRecord() {
        return Arbitraries.of(types()).flatMap(type -> Records.of(type).map(record -> (Record) record));
    }

    @Provide
    Arbitrary<Class<? extends Record>> anyType() {
        return Arbitraries.of(types());
    }

    @Property(tries = 2_000)
    void binary_gives_back_what_it_was_given(@ForAll("anyRecord") Record record) throws CodecException {
        assertThat(BINARY.<Record>decode(cast(record), BINARY.encode(record))).isEqualTo(record);
    }

    @Property(tries = 2_000)
    void json_gives_back_what_it_was_given(@ForAll("anyRecord") Record record) throws CodecException {
        assertThat(JSON.<Record>decode(cast(record), JSON.encode(record))).isEqualTo(record);
    }

    @Property(tries = 1_000)
    void a_form_gives_back_what_it_was_given(@ForAll("anyRecord") Record record) throws CodecException {
        if (FormShape.find(record.getClass()).isPresent()) {
            assertThat(FORM.<Record>decode(cast(record), FORM.encode(record))).isEqualTo(record);
        }
    }

    @Property(tries = 2_000)
    void one_value_has_one_binary_form(@ForAll("anyType") Class<? extends Record> type, @ForAll byte[] bytes) {
        try {
            assertThat(BINARY.encode(BINARY.decode(type, bytes))).isEqualTo(bytes);
        } catch (CodecException refused) {
            assertThat(refused.detail()).doesNotContain("\n");
        }
    }

    @Property(tries = 2_000)
    void hostile_bytes_only_ever_make_a_codec_exception(
            @ForAll("anyType") Class<? extends Record> type, @ForAll byte[] bytes) {
        survives(BINARY, type, bytes);
        survives(JSON, type, bytes);
        survives(FORM, type, bytes);
    }

    @Property(tries = 2_000)
    void damaged_bytes_only_ever_make_a_codec_exception(@ForAll("anyRecord") Record record, @ForAll long seed) {
        for (Codec codec : List.of(BINARY, JSON)) {
            byte[] damaged = damage(codec.encode(record), new Random(seed));
            survives(codec, record.getClass(), damaged);
        }
    }

    @Property(tries = 500)
    void what_is_cut_short_is_refused_in_binary(@ForAll("anyRecord") Record record, @ForAll long seed) {
        byte[] whole = BINARY.encode(record);
        if (whole.length > 0) {
            byte[] cut = Arrays.copyOf(whole, new Random(seed).nextInt(whole.length));
            assertThat(failure(BINARY, record.getClass(), cut)).isPresent();
            assertThat(failure(BINARY, record.getClass(), Arrays.copyOf(whole, whole.length + 1)))
                    .isPresent();
        }
    }

    private static byte[] damage(byte[] bytes, Random random) {
        byte[] damaged = Arrays.copyOf(bytes, Math.max(1, bytes.length + random.nextInt(7) - 3));
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static void survives(Codec codec, Class<?> type, byte[] bytes) {
        failure(codec, type, bytes)
                .ifPresent(failure -> assertThat(failure.detail())
                        .as(() -> type + " of " + new String(bytes, StandardCharsets.ISO_8859_1))
                        .isNotBlank()
                        .doesNotContain("\n"));
    }

    private static Optional<CodecException> failure(Codec codec, Class<?> type, byte[] bytes) {
        try {
            codec.decode(type, bytes);
            return Optional.empty();
        } catch (CodecException e) {
            return Optional.of(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<Record> cast(Record record) {
        return (Class<Record>) record.getClass();
    }
}
