package anywire.codec;

import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The JSON forms of what has no parts: JSON's own where it has one, text otherwise. */
final class JsonScalars {
    private static final JsonForm BOOLEAN =
            form((value, json) -> json.writeBoolean((Boolean) value), JsonScalars::flag);
    private static final JsonForm INT = form((value, json) -> json.writeNumber((Integer) value), json -> {
        expect(json, JsonToken.VALUE_NUMBER_INT, "a whole number");
        return json.getIntValue();
    });
    private static final JsonForm LONG = form((value, json) -> json.writeNumber((Long) value), json -> {
        expect(json, JsonToken.VALUE_NUMBER_INT, "a whole number");
        return json.getLongValue();
    });
    private static final JsonForm DOUBLE = form(JsonScalars::writeDouble, JsonScalars::readDouble);

    private static final Map<Class<?>, JsonForm> FORMS = Map.ofEntries(
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, DOUBLE),
            Map.entry(Double.class, DOUBLE),
            Map.entry(
                    String.class, form((value, json) -> json.writeString(sayable((String) value)), JsonScalars::text)));

    private JsonScalars() {}

    private interface Writer {
        void write(Object value, JsonGenerator json);
    }

    private interface Reader {
        Object read(JsonParser json) throws CodecException;
    }

    static JsonForm of(Class<?> type) {
        JsonForm form = FORMS.get(type);
        if (form != null) {
            return form;
        }
        TextScalars.TextScalar scalar = TextScalars.of(type);
        return form((value, json) -> json.writeString(scalar.print(value)), json -> scalar.parse(text(json)));
    }

    private static JsonForm form(Writer writer, Reader reader) {
        return new JsonForm() {
            @Override
            public void write(Object value, JsonGenerator json) {
                writer.write(value, json);
            }

            @Override
            public Object read(JsonParser json) throws CodecException {
                return reader.read(json);
            }

            @Override
            public boolean plain() {
                return true;
            }
        };
    }

    static void expect(JsonParser json, JsonToken token, String what) throws CodecException {
        if (json.currentToken() != token) {
            throw JsonForm.wrong(json, what);
        }
    }

    static String text(JsonParser json) throws CodecException {
        expect(json, JsonToken.VALUE_STRING, "a string");
        return wellFormed(json.getString());
    }

    /** The generator would write half a surrogate pair as an escape. */
    static String sayable(String text) {
        if (!Utf8.wellFormed(text)) {
            throw new IllegalArgumentException("a string has half a surrogate pair");
        }
        return text;
    }

    static String wellFormed(String text) throws CodecException {
        if (!Utf8.wellFormed(text)) {
            throw new CodecException("a string has half a surrogate pair");
        }
        return text;
    }

    private static Object flag(JsonParser json) throws CodecException {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw JsonForm.wrong(json, "true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /** JSON has no word for what is not finite: it stands as text. */
    private static void writeDouble(Object value, JsonGenerator json) {
        double number = (Double) value;
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeString(Double.toString(number));
        }
    }

    private static Object readDouble(JsonParser json) throws CodecException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return json.getDoubleValue();
        }
        String text = token == JsonToken.VALUE_STRING ? json.getString() : "";
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw JsonForm.wrong(json, "a number");
        };
    }
}
