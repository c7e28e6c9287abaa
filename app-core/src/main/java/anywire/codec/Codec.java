package anywire.codec;

import anywire.transport.Format;

/**
 * Turns records into bytes and back. Safe for use by many threads.
 *
 * <p>A record may have components of these types: {@code boolean}, {@code int}, {@code long}, {@code double} and their
 * boxes, {@code String}, {@code byte[]}, {@code Instant}, {@code Duration}, enums, records of such components, and
 * {@code Optional}, {@code List} and {@code Map<String, String>} of these. A record must not contain itself.
 */
public interface Codec {
    Format format();

    /**
     * @throws IllegalArgumentException if the record has a type that no codec knows, a null, or a string that is not
     *     well-formed Unicode: a programming error
     */
    <T> byte[] encode(T record);

    /** @throws CodecException for bytes that are not this record, whatever they are; nothing else is thrown */
    <T> T decode(Class<T> type, byte[] bytes) throws CodecException;
}
