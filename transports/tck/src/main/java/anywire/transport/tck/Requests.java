package anywire.transport.tck;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Key;
import anywire.transport.Operation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Calls as checks write them. */
final class Requests {
    private Requests() {}

    /** Long enough for anything that is going to be answered, and over before whoever waits gives up. */
    static Duration ample() {
        return Wait.patience().multipliedBy(4).dividedBy(5);
    }

    static Call ask(Operation operation, byte[] bytes) {
        return ask(operation, new Body(Format.BINARY, bytes));
    }

    static Call ask(Operation operation, String text) {
        return ask(operation, text.getBytes(StandardCharsets.UTF_8));
    }

    static Call ask(Operation operation, long number) {
        return ask(operation, bytes(number));
    }

    static Call ask(Operation operation, Body body) {
        return new Call(operation, body, Format.BINARY, ample(), Optional.empty(), Optional.empty());
    }

    static Call within(Duration timeLeft, Call call) {
        return new Call(call.operation(), call.body(), call.accept(), timeLeft, call.caller(), call.key());
    }

    static Call accepting(Format format, Call call) {
        return new Call(call.operation(), call.body(), format, call.timeLeft(), call.caller(), call.key());
    }

    static Call by(Credential caller, Call call) {
        return new Call(call.operation(), call.body(), call.accept(), call.timeLeft(), Optional.of(caller), call.key());
    }

    static Call keyed(Key key, Call call) {
        return new Call(call.operation(), call.body(), call.accept(), call.timeLeft(), call.caller(), Optional.of(key));
    }

    static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static long number(Body body) {
        return ByteBuffer.wrap(body.bytes()).getLong();
    }

    /** Bytes of which no stretch equals the one beside it: a swap or a shift shows. */
    static byte[] pattern(int size) {
        byte[] bytes = new byte[size];
        int state = size * 31 + 7;
        for (int i = 0; i < size; i++) {
            state = state * 1_103_515_245 + 12_345;
            bytes[i] = (byte) (state >>> 16);
        }
        return bytes;
    }
}
