package anywire.codec;

import anywire.transport.Format;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * JSON: a record is an object of its components; within another, a record of one plain component, such as a username, is
 * that component. Times and durations are ISO 8601 text, byte arrays base64, enums their names; an empty {@code Optional}
 * is left out.
 *
 * <p>Strict: a property that is unknown, missing or there twice is an error that says so, and so is a number in a string
 * or text after the end. A property may be added to a record as an {@code Optional}.
 */
public final class JsonCodec implements Codec {
    static final int MAX_NESTING = 16;
    static final int MAX_STRING_CHARS = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxStringLength(MAX_STRING_CHARS)
                    .maxNameLength(200)
                    .maxNumberLength(40)
                    .build())
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    @Override
    public Format format() {
        return Format.JSON;
    }

    @Override
    public <T> byte[] encode(T record) {
        JsonForm form = JsonForms.of(record.getClass());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            form.write(record, json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
        return bytes.toByteArray();
    }

    @Override
    public <T> T decode(Class<T> type, byte[] bytes) throws CodecException {
        JsonForm form = JsonForms.of(type);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            Object record = form.read(json);
            if (json.nextToken() != null) {
                throw new CodecException("there is more after the end of the object");
            }
            return type.cast(record);
        } catch (JacksonException e) {
            throw new CodecException("this is not JSON: " + TextScalars.line(e.getOriginalMessage()), e);
        } catch (RuntimeException e) {
            // A parser that trips over hostile bytes must not take its caller with it.
            throw new CodecException("this is not JSON: " + e.getClass().getSimpleName(), e);
        }
    }
}
