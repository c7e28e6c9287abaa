package anywire.codec;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record as a form says it, looked at once a class. */
final class FormShape {
    private static final ClassValue<Optional<FormShape>> SHAPES = new ClassValue<>() {
        @Override
        protected Optional<FormShape> computeValue(Class<?> type) {
            try {
                return Optional.of(new FormShape(RecordShape.of(type)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    };

    private final RecordShape record;
    private final Field[] fields;

    private FormShape(RecordShape record) {
        this.record = record;
        this.fields = new Field[record.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = TypeOf.form(record.type(i), new Fields());
        }
    }

    static Optional<FormShape> find(Class<?> type) {
        return SHAPES.get(type);
    }

    static FormShape of(Class<?> type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException("a form can't say a " + type.getSimpleName()));
    }

    int size() {
        return fields.length;
    }

    String name(int component) {
        return record.name(component);
    }

    int knownIndexOf(String name) throws CodecException {
        return record.knownIndexOf(name);
    }

    List<String> print(Object value, int component) {
        return fields[component].print(record.get(value, component));
    }

    Object make(List<@Nullable List<String>> texts) throws CodecException {
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] =
                    fields[i].parse(name(i), Optional.ofNullable(texts.get(i)).orElse(List.of()));
        }
        return record.make(values);
    }

    /** One component. */
    private interface Field {
        List<String> print(Object value);

        Object parse(String name, List<String> texts) throws CodecException;
    }

    private interface Parser {
        Object parse(String text) throws CodecException;
    }

    private record Plain(Function<Object, String> printer, Parser parser) implements Field {
        @Override
        public List<String> print(Object value) {
            return List.of(printer.apply(value));
        }

        @Override
        public Object parse(String name, List<String> texts) throws CodecException {
            if (texts.size() != 1) {
                throw new CodecException("'" + name + "' is " + (texts.isEmpty() ? "missing" : "there twice"));
            }
            try {
                return parser.parse(texts.get(0));
            } catch (CodecException e) {
                throw new CodecException("'" + name + "': " + e.detail(), e);
            }
        }
    }

    private record Maybe(Plain of) implements Field {
        @Override
        public List<String> print(Object value) {
            return ((Optional<?>) value).map(of::print).orElse(List.of());
        }

        @Override
        public Object parse(String name, List<String> texts) throws CodecException {
            return texts.isEmpty() ? Optional.empty() : Optional.of(of.parse(name, texts));
        }
    }

    private record Many(Plain of) implements Field {
        @Override
        public List<String> print(Object value) {
            return ((List<?>) value).stream().map(of.printer).toList();
        }

        @Override
        public Object parse(String name, List<String> texts) throws CodecException {
            List<Object> values = new ArrayList<>(texts.size());
            for (String text : texts) {
                values.add(of.parse(name, List.of(text)));
            }
            return List.copyOf(values);
        }
    }

    private static final class Fields implements TypeOf.Forms<Field> {
        @Override
        public Field scalar(Class<?> type) {
            TextScalars.TextScalar scalar = TextScalars.of(type);
            return new Plain(scalar::print, scalar::parse);
        }

        @Override
        public Field optional(Field of) {
            return new Maybe(plain(of));
        }

        @Override
        public Field list(Field of) {
            return new Many(plain(of));
        }

        @Override
        public Field textMap() {
            throw new IllegalArgumentException("a form can't say a map");
        }

        @Override
        public Field record(Class<?> type) {
            RecordShape shape = RecordShape.of(type);
            Type only = shape.size() == 1 ? shape.type(0) : type;
            if (only == type) {
                throw new IllegalArgumentException("a form can't say a record within a record");
            }
            Plain of = plain(TypeOf.form(only, this));
            return new Plain(
                    value -> of.printer.apply(shape.get(value, 0)),
                    text -> shape.make(new Object[] {of.parser.parse(text)}));
        }

        private static Plain plain(Field field) {
            if (field instanceof Plain plain) {
                return plain;
            }
            throw new IllegalArgumentException("a form can't say lists within lists");
        }
    }
}
