package anywire.codec;

import anywire.transport.Format;

/**
 * Compact binary: a record is its components in order of declaration, with neither names nor tags.
 *
 * <pre>
 *   int, long        zigzag, then a varint: 7 bits a byte, lowest first, top bit = more; shortest form only
 *   boolean          0 or 1
 *   double           8 bytes, IEEE 754, highest first
 *   String, byte[]   varint length in bytes, then UTF-8 or the bytes
 *   Instant          zigzag seconds since 1970, then varint nanoseconds; Duration likewise
 *   enum             varint ordinal
 *   Optional         0, or 1 and the value
 *   List, Map        varint count, then the items, or key and value by turns
 *   record           its components; so a record of one component is that component
 * </pre>
 *
 * <p><b>Change.</b> Both sides are built from the same declarations, so there is no room for difference: bytes that are
 * left over, lengths that reach beyond the end, malformed UTF-8 and numbers in a longer form than need be are errors. A
 * request or reply that must change is a new operation under a new name; records held between versions use JSON.
 *
 * <p>Nothing is allocated for a length before as many bytes are known to be there.
 */
public final class BinaryCodec implements Codec {
    private static final ThreadLocal<BinaryOutput> OUTPUT = ThreadLocal.withInitial(BinaryOutput::new);

    @Override
    public Format format() {
        return Format.BINARY;
    }

    @Override
    public <T> byte[] encode(T record) {
        BinaryOutput out = OUTPUT.get();
        out.start();
        BinaryForms.of(record.getClass()).write(record, out);
        return out.finish();
    }

    @Override
    public <T> T decode(Class<T> type, byte[] bytes) throws CodecException {
        BinaryInput in = new BinaryInput(bytes);
        Object record = BinaryForms.of(type).read(in);
        in.end();
        return type.cast(record);
    }
}
