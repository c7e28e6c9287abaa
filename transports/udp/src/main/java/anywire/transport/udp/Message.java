package anywire.transport.udp;

import io.netty.buffer.ByteBuf;

/** Something that can be sent, as often as needed. */
interface Message {
    int type();

    long number();

    /** Of what {@link #writeTo} writes now. */
    int size();

    void writeTo(ByteBuf out);

    /** One that is nothing but its type, its number, and a few numbers more. */
    static Message of(int type, long number, long... words) {
        return new Message() {
            @Override
            public int type() {
                return type;
            }

            @Override
            public long number() {
                return number;
            }

            @Override
            public int size() {
                return words.length * Long.BYTES;
            }

            @Override
            public void writeTo(ByteBuf out) {
                for (long word : words) {
                    out.writeLong(word);
                }
            }
        };
    }
}
