package anywire.transport.udp;

import anywire.transport.Body;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.TransportException.Fault;
import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What comes of a request, to be sent and sent again. */
final class Answer implements Message {
    private static final int FIXED_BYTES = 3;

    private final int type;
    private final long number;
    private final int status;
    private final boolean mayHaveRun;
    private final int format;
    private final byte[] bytes;

    private Answer(int type, long number, int status, boolean mayHaveRun, int format, byte[] bytes) {
        this.type = type;
        this.number = number;
        this.status = status;
        this.mayHaveRun = mayHaveRun;
        this.format = format;
        this.bytes = bytes;
    }

    static Answer ack(long number) {
        return new Answer(Types.ACK, number, 0, true, 0, new byte[0]);
    }

    static Answer live(long number) {
        return new Answer(Types.LIVE, number, 0, true, 0, new byte[0]);
    }

    static Answer outcome(long number, @Nullable Reply reply, @Nullable Throwable failure, int maxBodyBytes) {
        return failure != null ? failure(number, failure) : reply(number, reply, maxBodyBytes);
    }

    static Answer reply(long number, @Nullable Reply reply, int maxBodyBytes) {
        if (reply instanceof Reply.Done done) {
            Body body = done.body();
            return body.size() <= maxBodyBytes
                    ? new Answer(Types.REPLY, number, 0, true, body.format().id(), body.bytes())
                    : fault(
                            number,
                            Fault.TOO_LARGE,
                            true,
                            "a reply of " + body.size() + " bytes, over maxBody=" + maxBodyBytes);
        }
        return reply instanceof Reply.Refused refused
                ? no(number, refused.why().code(), true, refused.detail())
                : fault(number, Fault.BROKEN, true, "the service answered nothing");
    }

    static Answer failure(long number, Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof RefusedException refused) {
            return no(number, refused.why().code(), true, refused.detail());
        }
        if (cause instanceof TransportException known) {
            // closed, over there, is disconnected, over here
            Fault fault = known.fault() == Fault.CLOSED ? Fault.DISCONNECTED : known.fault();
            return fault(number, fault, known.mayHaveRun(), String.valueOf(known.getMessage()));
        }
        return fault(number, Fault.BROKEN, true, "the service failed");
    }

    /** Whether the service itself said no. */
    static boolean isRefusal(Throwable failure) {
        return cause(failure) instanceof RefusedException;
    }

    private static @Nullable Throwable cause(Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    static Answer fault(long number, Fault fault, boolean mayHaveRun, String detail) {
        return no(number, fault.code(), mayHaveRun, detail);
    }

    /** It ran, and what came of it is not known any more. */
    static Answer forgotten(long number) {
        return fault(number, Fault.DISCONNECTED, true, "the reply is not remembered any more");
    }

    private static Answer no(long number, int status, boolean mayHaveRun, String detail) {
        String shown =
                detail.length() > Refusal.MAX_DETAIL_CHARS ? detail.substring(0, Refusal.MAX_DETAIL_CHARS) : detail;
        return new Answer(Types.REPLY, number, status, mayHaveRun, 0, shown.getBytes(StandardCharsets.UTF_8));
    }

    /** What a client reads: one of the two. */
    record Heard(@Nullable Reply reply, @Nullable TransportException fault) {}

    /** @throws BadDatagram if it is no reply */
    static Heard read(ByteBuf in) {
        try {
            int status = in.readUnsignedByte();
            boolean mayHaveRun = in.readByte() != 0;
            Body body = Requests.readBody(in);
            if (status == 0 && body != null) {
                return new Heard(new Reply.Done(body), null);
            }
            String detail = new String(Requests.readRest(in), StandardCharsets.UTF_8);
            return status < Fault.UNREACHABLE.code()
                    ? new Heard(new Reply.Refused(Refusal.ofCode(status), detail), null)
                    : new Heard(null, Fault.ofCode(status).exception(detail, mayHaveRun));
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
