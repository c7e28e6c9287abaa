package anywire.codec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the JSON form of a type, once a class. */
final class JsonForms implements TypeOf.Forms<JsonForm> {
    private static final ClassValue<JsonForm> OBJECTS = new ClassValue<>() {
        @Override
        protected JsonForm computeValue(Class<?> type) {
            return new JsonForms().object(type);
        }
    };

    /** The records that contain the one being looked at. */
    private final Set<Class<?>> around = new HashSet<>();

    /** Always an object, however few components it has. */
    static JsonForm of(Class<?> record) {
        return OBJECTS.get(record);
    }

    @Override
    public JsonForm scalar(Class<?> type) {
        return JsonScalars.of(type);
    }

    @Override
    public JsonForm optional(JsonForm of) {
        return new OptionalForm(of);
    }

    @Override
    public JsonForm list(JsonForm of) {
        return new ListForm(of);
    }

    @Override
    public JsonForm textMap() {
        return new TextMapForm();
    }

    /** Within another, a record of one plain component is that component. */
    @Override
    public JsonForm record(Class<?> type) {
        ObjectForm object = object(type);
        return object.forms.length == 1 && object.forms[0].plain()
                ? new ValueForm(object.shape, object.forms[0])
                : object;
    }

    private ObjectForm object(Class<?> type) {
        if (!around.add(type)) {
            throw new IllegalArgumentException("the record " + type.getName() + " contains itself");
        }
        RecordShape shape = RecordShape.of(type);
        JsonForm[] forms = new JsonForm[shape.size()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = TypeOf.form(shape.type(i), this);
        }
        around.remove(type);
        return new ObjectForm(shape, forms);
    }

    /** Left out if empty; null is read as empty. */
    private record OptionalForm(JsonForm of) implements JsonForm {
        @Override
        public void write(Object value, JsonGenerator json) {
            Optional<?> optional = (Optional<?>) value;
            if (optional.isPresent()) {
                of.write(optional.get(), json);
            } else {
                json.writeNull();
            }
        }

        @Override
        public Object read(JsonParser json) throws CodecException {
            return json.currentToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(of.read(json));
        }

        @Override
        public Object absent(String name) {
            return Optional.empty();
        }

        @Override
        public boolean omitted(Object value) {
            return ((Optional<?>) value).isEmpty();
        }
    }

    private record ListForm(JsonForm of) implements JsonForm {
        @Override
        public void write(Object value, JsonGenerator json) {
            json.writeStartArray();
            for (Object item : (List<?>) value) {
                of.write(item, json);
            }
            json.writeEndArray();
        }

        @Override
        public Object read(JsonParser json) throws CodecException {
            JsonScalars.expect(json, JsonToken.START_ARRAY, "an array");
            List<Object> list = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                list.add(of.read(json));
            }
            return Collections.unmodifiableList(list);
        }
    }

    private record TextMapForm() implements JsonForm {
        @Override
        public void write(Object value, JsonGenerator json) {
            json.writeStartObject();
            ((Map<?, ?>) value)
                    .forEach((key, text) -> json.writeStringProperty(
                            JsonScalars.sayable((String) key), JsonScalars.sayable((String) text)));
            json.writeEndObject();
        }

        @Override
        public Object read(JsonParser json) throws CodecException {
            JsonScalars.expect(json, JsonToken.START_OBJECT, "an object");
            Map<String, String> map = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String key = JsonScalars.wellFormed(json.currentName());
                json.nextToken();
                if (map.put(key, JsonScalars.text(json)) != null) {
                    throw new CodecException("'" + TextScalars.shown(key) + "' is there twice");
                }
            }
            return Collections.unmodifiableMap(map);
        }
    }

    private record ValueForm(RecordShape shape, JsonForm of) implements JsonForm {
        @Override
        public void write(Object value, JsonGenerator json) {
            of.write(shape.get(value, 0), json);
        }

        @Override
        public Object read(JsonParser json) throws CodecException {
            return shape.make(new Object[] {of.read(json)});
        }

        @Override
        public boolean plain() {
            return true;
        }
    }

    private record ObjectForm(RecordShape shape, JsonForm[] forms) implements JsonForm {
        @Override
        public void write(Object value, JsonGenerator json) {
            json.writeStartObject();
            for (int i = 0; i < forms.length; i++) {
                Object component = shape.get(value, i);
                if (!forms[i].omitted(component)) {
                    json.writeName(shape.name(i));
                    forms[i].write(component, json);
                }
            }
            json.writeEndObject();
        }

        @Override
        public Object read(JsonParser json) throws CodecException {
            JsonScalars.expect(json, JsonToken.START_OBJECT, "an object");
            @Nullable Object[] found = new @Nullable Object[forms.length];
            while (json.nextToken() != JsonToken.END_OBJECT) {
                int component = shape.knownIndexOf(json.currentName());
                if (found[component] != null) {
                    throw new CodecException("'" + shape.name(component) + "' is there twice");
                }
                json.nextToken();
                found[component] = forms[component].read(json);
            }
            Object[] values = new Object[forms.length];
            for (int i = 0; i < forms.length; i++) {
                Object value = found[i];
                values[i] = value == null ? forms[i].absent(shape.name(i)) : value;
            }
            return shape.make(values);
        }
    }
}
