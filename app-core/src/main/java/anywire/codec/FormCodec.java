package anywire.codec;

import anywire.transport.Format;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A query or a form: {@code author=ann&limit=10}. For requests whose components are plain, {@code Optional} or a list of
 * plain ones, which is its name over and over. What is left out of an {@code Optional} is empty, and so is a list that
 * is not there.
 */
public final class FormCodec implements Codec {
    /** Whether all components of a record are such that a form can say them. */
    public static boolean canSay(Class<?> record) {
        return FormShape.find(record).isPresent();
    }

    @Override
    public Format format() {
        return Format.FORM;
    }

    /** @throws IllegalArgumentException also if the record has a component that a form can't say */
    @Override
    public <T> byte[] encode(T record) {
        FormShape shape = FormShape.of(record.getClass());
        StringJoiner pairs = new StringJoiner("&");
        for (int i = 0; i < shape.size(); i++) {
            for (String value : shape.print(record, i)) {
                if (!Utf8.wellFormed(value)) {
                    throw new IllegalArgumentException("a string has half a surrogate pair");
                }
                pairs.add(shape.name(i) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return pairs.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public <T> T decode(Class<T> type, byte[] bytes) throws CodecException {
        Optional<FormShape> shape = FormShape.find(type);
        if (shape.isEmpty()) {
            throw new CodecException(
                    "a form can't say a " + type.getSimpleName() + ": send " + Format.JSON.mediaType() + " instead");
        }
        List<@Nullable List<String>> values = new ArrayList<>();
        for (int i = 0; i < shape.get().size(); i++) {
            values.add(null);
        }
        int from = 0;
        while (from < bytes.length) {
            int end = indexOf('&', bytes, from, bytes.length);
            if (end > from) {
                pair(shape.get(), bytes, from, end, values);
            }
            from = end + 1;
        }
        return type.cast(shape.get().make(values));
    }

    private static void pair(FormShape shape, byte[] bytes, int from, int end, List<@Nullable List<String>> values)
            throws CodecException {
        int equals = indexOf('=', bytes, from, end);
        String name = decoded(bytes, from, equals);
        int component = shape.knownIndexOf(name);
        List<String> present = values.get(component);
        if (present == null) {
            present = new ArrayList<>();
            values.set(component, present);
        }
        present.add(decoded(bytes, Math.min(equals + 1, end), end));
    }

    private static int indexOf(char wanted, byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /** Percent signs and pluses resolved, strictly. */
    private static String decoded(byte[] bytes, int from, int end) throws CodecException {
        byte[] plain = new byte[end - from];
        int size = 0;
        for (int i = from; i < end; i++) {
            byte next = bytes[i];
            if (next == '+') {
                next = ' ';
            } else if (next == '%') {
                int high = i + 2 < end ? Character.digit(bytes[i + 1], 16) : -1;
                int low = i + 2 < end ? Character.digit(bytes[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new CodecException("a percent sign is not followed by two hexadecimal digits");
                }
                next = (byte) (high << 4 | low);
                i += 2;
            }
            plain[size++] = next;
        }
        return Utf8.decode(plain, 0, size);
    }
}
