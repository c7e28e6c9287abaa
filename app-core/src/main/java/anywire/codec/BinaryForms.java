package anywire.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the binary form of a type, once a class. */
final class BinaryForms implements TypeOf.Forms<BinaryForm> {
    private static final ClassValue<BinaryForm> RECORDS = new ClassValue<>() {
        @Override
        protected BinaryForm computeValue(Class<?> type) {
            return new BinaryForms().record(type);
        }
    };

    /** The records that contain the one being looked at. */
    private final Set<Class<?>> around = new HashSet<>();

    static BinaryForm of(Class<?> record) {
        return RECORDS.get(record);
    }

    @Override
    public BinaryForm scalar(Class<?> type) {
        return BinaryScalars.of(type);
    }

    @Override
    public BinaryForm optional(BinaryForm of) {
        return new OptionalForm(of);
    }

    @Override
    public BinaryForm list(BinaryForm of) {
        return new ListForm(of);
    }

    @Override
    public BinaryForm textMap() {
        return new TextMapForm();
    }

    @Override
    public BinaryForm record(Class<?> type) {
        if (!around.add(type)) {
            throw new IllegalArgumentException("the record " + type.getName() + " contains itself");
        }
        RecordShape shape = RecordShape.of(type);
        BinaryForm[] forms = new BinaryForm[shape.size()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = TypeOf.form(shape.type(i), this);
        }
        around.remove(type);
        return new RecordForm(shape, forms);
    }

    private record OptionalForm(BinaryForm of) implements BinaryForm {
        @Override
        public void write(Object value, BinaryOutput out) {
            Optional<?> optional = (Optional<?>) value;
            out.single(optional.isPresent() ? 1 : 0);
            if (optional.isPresent()) {
                of.write(optional.get(), out);
            }
        }

        @Override
        public Object read(BinaryInput in) throws CodecException {
            return BinaryScalars.flag(in) ? Optional.of(of.read(in)) : Optional.empty();
        }

        @Override
        public int minBytes() {
            return 1;
        }
    }

    private record ListForm(BinaryForm of) implements BinaryForm {
        private ListForm {
            if (of.minBytes() == 0) {
                throw new IllegalArgumentException("a list of what takes no bytes has no bound on its length");
            }
        }

        @Override
        public void write(Object value, BinaryOutput out) {
            List<?> list = (List<?>) value;
            out.varint(list.size());
            for (Object item : list) {
                of.write(item, out);
            }
        }

        @Override
        public Object read(BinaryInput in) throws CodecException {
            int count = in.count(of.minBytes());
            List<Object> list = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                list.add(of.read(in));
            }
            return Collections.unmodifiableList(list);
        }

        @Override
        public int minBytes() {
            return 1;
        }
    }

    private record TextMapForm() implements BinaryForm {
        @Override
        public void write(Object value, BinaryOutput out) {
            Map<?, ?> map = (Map<?, ?>) value;
            out.varint(map.size());
            map.forEach((key, text) -> {
                out.text((String) key);
                out.text((String) text);
            });
        }

        @Override
        public Object read(BinaryInput in) throws CodecException {
            int count = in.count(2);
            Map<String, String> map = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                String key = in.text();
                if (map.put(key, in.text()) != null) {
                    throw new CodecException("a map has a key twice");
                }
            }
            return Collections.unmodifiableMap(map);
        }

        @Override
        public int minBytes() {
            return 1;
        }
    }

    private record RecordForm(RecordShape shape, BinaryForm[] forms, int minBytes) implements BinaryForm {
        private RecordForm(RecordShape shape, BinaryForm[] forms) {
            this(shape, forms, sum(forms));
        }

        private static int sum(BinaryForm[] forms) {
            int sum = 0;
            for (BinaryForm form : forms) {
                sum += form.minBytes();
            }
            return sum;
        }

        @Override
        public void write(Object value, BinaryOutput out) {
            for (int i = 0; i < forms.length; i++) {
                forms[i].write(shape.get(value, i), out);
            }
        }

        @Override
        public Object read(BinaryInput in) throws CodecException {
            Object[] values = new Object[forms.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = forms[i].read(in);
            }
            return shape.make(values);
        }
    }
}
