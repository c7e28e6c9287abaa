package anywire.codec;

import anywire.social.Password;
import anywire.social.Post;
import anywire.social.Token;
import anywire.social.Username;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any record of a class, within what the records allow. */
final class Records {
    private static final Map<Class<?>, Arbitrary<?>> KNOWN = Map.ofEntries(
            Map.entry(boolean.class, Arbitraries.of(true, false)),
            Map.entry(int.class, Arbitraries.integers()),
            Map.entry(Integer.class, Arbitraries.integers().between(1, 100)),
            Map.entry(long.class, Arbitraries.longs()),
            Map.entry(Long.class, Arbitraries.longs().greaterOrEqual(0)),
            Map.entry(double.class, Arbitraries.doubles().withSpecialValue(Double.NaN)),
            Map.entry(String.class, text()),
            Map.entry(
                    Instant.class,
                    Arbitraries.longs()
                            .between(-62_000_000_000L, 250_000_000_000L)
                            .map(s -> Instant.ofEpochSecond(s, Math.floorMod(s * 7_919, 1_000_000_000L)))),
            Map.entry(
                    Duration.class,
                    Arbitraries.longs().map(n -> Duration.ofSeconds(n / 7, Math.floorMod(n, 1_000_000_000L)))),
            Map.entry(Username.class, username()),
            Map.entry(
                    Password.class,
                    Arbitraries.strings()
                            .ascii()
                            .ofMinLength(8)
                            .ofMaxLength(200)
                            .map(Password::new)),
            Map.entry(
                    Token.class,
                    Arbitraries.strings()
                            .withCharRange('!', '~')
                            .ofMinLength(1)
                            .ofMaxLength(200)
                            .map(Token::new)),
            Map.entry(Post.class, post()));

    private Records() {}

    static <T> Arbitrary<T> of(Class<T> type) {
        return cast(arbitrary(type));
    }

    private static Arbitrary<Username> username() {
        return Arbitraries.strings().withChars("abcxyz019_").ofMaxLength(19).map(rest -> new Username("u" + rest));
    }

    private static Arbitrary<String> text() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(60)
                .map(points -> {
                    StringBuilder text = new StringBuilder();
                    points.forEach(text::appendCodePoint);
                    return text.toString();
                });
    }

    private static Arbitrary<Post> post() {
        return Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(1),
                        username(),
                        Arbitraries.longs().between(0, 4_000_000_000_000_000L),
                        text())
                .as((id, author, micros, text) -> new Post(
                        id, author, Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000), "." + text));
    }

    private static Arbitrary<?> arbitrary(Type type) {
        if (type == byte[].class) {
            return Arbitraries.bytes().array(byte[].class).ofMaxSize(50);
        }
        if (type instanceof ParameterizedType generic) {
            Arbitrary<?> of = arbitrary(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == List.class) {
                return of.list().ofMaxSize(8);
            }
            return generic.getRawType() == Optional.class
                    ? of.optional()
                    : Arbitraries.maps(text(), text()).ofMaxSize(5);
        }
        Class<?> plain = (Class<?>) type;
        Arbitrary<?> known = KNOWN.get(plain);
        if (known != null) {
            return known;
        }
        return plain.isEnum() ? Arbitraries.of(plain.getEnumConstants()) : record(plain);
    }

    private static Arbitrary<?> record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Arbitrary<Object>> values = Arrays.stream(components)
                .map(component -> Records.<Object>cast(arbitrary(component.getGenericType())))
                .toList();
        if (values.isEmpty()) {
            return Arbitraries.just(make(type, List.of()));
        }
        return Combinators.combine(values).as(made -> make(type, made));
    }

    private static Object make(Class<?> type, List<Object> values) {
        try {
            return RecordShape.of(type).make(values.toArray());
        } catch (CodecException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Arbitrary<T> cast(Arbitrary<?> arbitrary) {
        return (Arbitrary<T>) arbitrary;
    }
}
