package anywire.codec;

import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** How values of one type are written in JSON. */
interface JsonForm {
    void write(Object value, JsonGenerator json);

    /** Stands at the value's first token, and leaves at its last. */
    Object read(JsonParser json) throws CodecException;

    /** Whether it is neither object nor array nor null. */
    default boolean plain() {
        return false;
    }

    /** What a property that is left out stands for. */
    default Object absent(String name) throws CodecException {
        throw new CodecException("'" + name + "' is missing");
    }

    /** Whether a property of this value is left out. */
    default boolean omitted(Object value) {
        return false;
    }

    static CodecException wrong(JsonParser json, String expected) {
        String at = json.streamReadContext().pathAsPointer().toString();
        String found = String.valueOf(json.currentToken())
                .replaceFirst("VALUE_", "")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
        return new CodecException(
                (at.isEmpty() ? "" : "at " + at + ": ") + "expected " + expected + ", found " + found);
    }
}
