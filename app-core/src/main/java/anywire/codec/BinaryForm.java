package anywire.codec;

/** How values of one type are written in binary. */
interface BinaryForm {
    void write(Object value, BinaryOutput out);

    Object read(BinaryInput in) throws CodecException;

    /** The fewest bytes that a value takes. */
    int minBytes();
}
