package anywire.transport.udp;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Reply;
import anywire.transport.TransportException.Fault;
import anywire.transport.kit.Outcome;
import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** What comes of a request, to be sent and sent again. */
final class UdpReply implements Message {
    private static final int FIXED_BYTES = 3;

    private final int type;
    private final long number;
    private final int status;
    private final boolean mayHaveRun;
    private final int format;
    private final byte[] bytes;

    private UdpReply(int type, long number, int status, boolean mayHaveRun, int format, byte[] bytes) {
        this.type = type;
        this.number = number;
        this.status = status;
        this.mayHaveRun = mayHaveRun;
        this.format = format;
        this.bytes = bytes;
    }

    static UdpReply ack(long number) {
        return new UdpReply(Types.ACK, number, 0, true, 0, new byte[0]);
    }

    static UdpReply live(long number) {
        return new UdpReply(Types.LIVE, number, 0, true, 0, new byte[0]);
    }

    static UdpReply outcome(long number, @Nullable Reply reply, @Nullable Throwable failure, int maxBodyBytes) {
        return of(number, Outcome.of(reply, failure, maxBodyBytes));
    }

    static UdpReply fault(long number, Fault fault, boolean mayHaveRun, String detail) {
        return of(number, Outcome.fault(fault, mayHaveRun, detail));
    }

    private static UdpReply of(long number, Outcome outcome) {
        Body body = outcome.body();
        int format = outcome.isDone() ? body.format().id() : 0;
        return new UdpReply(Types.REPLY, number, outcome.status(), outcome.mayHaveRun(), format, body.bytes());
    }

    /** It ran, and what came of it is not known any more. */
    static UdpReply forgotten(long number) {
        return fault(number, Fault.DISCONNECTED, true, "the reply is not remembered any more");
    }

    /** @throws BadDatagram if it is no reply */
    static Outcome read(ByteBuf in) {
        try {
            int status = in.readUnsignedByte();
            boolean mayHaveRun = in.readByte() != 0;
            Body body = UdpRequests.readBody(in);
            return status == Outcome.DONE && body != null
                    ? new Outcome(status, mayHaveRun, body)
                    : new Outcome(status, mayHaveRun, new Body(Format.BINARY, UdpRequests.readRest(in)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new BadDatagram(Reason.FIELDS);
        }
    }

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
        return type == Types.REPLY ? FIXED_BYTES + bytes.length : 0;
    }

    @Override
    public void writeTo(ByteBuf out) {
        if (type == Types.REPLY) {
            out.writeByte(status);
            out.writeByte(mayHaveRun ? 1 : 0);
            out.writeByte(format);
            out.writeBytes(bytes);
        }
    }
}
