package anywire.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Format;
import anywire.transport.Key;
import anywire.transport.Operation;
import anywire.transport.Topic;
import anywire.transport.tck.EchoService;
import anywire.transport.tcp.TcpFrames.Request;
import anywire.transport.tcp.TcpOptions.Acks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TcpFramesTest {
    private static final byte[] BYTES = {10, 11, 12};
    private static final Operation ECHO = EchoService.ECHO;

    @Test
    void a_call_is_these_bytes() {
        Call call = call(Optional.empty(), Optional.empty());
        assertThat(hex(request(TcpFrames.CALL, call, Acks.NONE, "")))
                .isEqualTo("00000022 01 01 0000000000000007 09 6563686f2f6563686f 00000000000f4240 01 02 00 0a0b0c"
                        .replace(" ", ""));
    }

    @Test
    void an_event_with_credential_and_key_is_these_bytes() {
        Call call = call(Optional.of(new Credential("tok")), Optional.of(new Key(1, 2)));
        assertThat(hex(request(TcpFrames.EVENT, call, Acks.HANDLED, "")))
                .isEqualTo(("00000036 01 02 0000000000000007 09 6563686f2f6563686f 00000000000f4240 01 02 0b"
                                + "03 746f6b 0000000000000001 0000000000000002 0a0b0c")
                        .replace(" ", ""));
    }

    @Test
    void a_subscription_is_these_bytes() {
        Call call = call(Optional.empty(), Optional.empty());
        assertThat(hex(request(TcpFrames.SUBSCRIBE, call, Acks.NONE, "ann")))
                .isEqualTo(
                        "00000026 01 03 0000000000000007 09 6563686f2f6563686f 00000000000f4240 01 02 00 03616e6e 0a0b0c"
                                .replace(" ", ""));
    }

    @Test
    void replies_and_pushes_are_these_bytes() {
        ByteBuf out = Unpooled.buffer();
        Body body = new Body(Format.BINARY, BYTES);
        TcpFrames.done(out, 7, body);
        assertThat(hex(out)).isEqualTo("00000010" + "01040000000000000007" + "000001" + "0a0b0c");
        out.clear();
        TcpFrames.no(out, 7, 2, true, "no".getBytes(StandardCharsets.UTF_8));
        assertThat(hex(out)).isEqualTo("0000000f" + "01040000000000000007" + "020100" + "6e6f");
        out.clear();
        TcpFrames.push(out, -7, body);
        assertThat(hex(out)).isEqualTo("0000000e" + "0107fffffffffffffff9" + "01" + "0a0b0c");
        out.clear();
        TcpFrames.bare(out, TcpFrames.PING, 0);
        assertThat(hex(out)).isEqualTo("0000000a" + "010a0000000000000000");
    }

    @Test
    void what_is_written_is_read() {
        for (int type : new int[] {TcpFrames.CALL, TcpFrames.EVENT, TcpFrames.SUBSCRIBE}) {
            for (Acks acks : Acks.values()) {
                for (Optional<Credential> caller : List.of(Optional.<Credential>empty(), longest())) {
                    Call call = call(caller, caller.map(c -> new Key(-1, Long.MIN_VALUE)));
                    String topic = type == TcpFrames.SUBSCRIBE ? "t".repeat(Topic.MAX_CHARS) : "";
                    assertThat(read(type, request(type, call, acks, topic))).isEqualTo(new Request(call, acks, topic));
                }
            }
        }
    }

    @Test
    void the_largest_frame_is_as_long_as_is_allowed() {
        Operation longest = new Operation(
                "s".repeat(31), "o".repeat(32), Operation.Kind.PUSH, Operation.Effect.READS, Operation.Work.QUICK);
        Call call = new Call(
                longest,
                new Body(Format.BINARY, new byte[100]),
                Format.BINARY,
                Duration.ofDays(1),
                longest(),
                Optional.of(new Key(1, 1)));
        int size = TcpFrames.requestSize(
                TcpFrames.SUBSCRIBE, OperationPaths.bytes(longest), call, "t".repeat(Topic.MAX_CHARS));
        assertThat(size - TcpFrames.LENGTH_BYTES).isEqualTo(TcpFrames.maxLength(100));
    }

    @Test
    void a_request_cut_short_is_refused_wherever_it_ends() {
        Call call = call(longest(), Optional.of(new Key(1, 2)));
        ByteBuf whole = request(TcpFrames.SUBSCRIBE, call, Acks.HANDLED, "topic");
        int fields = whole.readableBytes() - BYTES.length;
        for (int end = TcpFrames.HEADER_BYTES; end < fields; end++) {
            ByteBuf followedByMore = whole.copy();
            int cut = end;
            assertThatThrownBy(() -> read(TcpFrames.SUBSCRIBE, followedByMore, cut))
                    .as("ends at %s", end)
                    .isInstanceOf(BadFrame.class);
        }
    }

    @Test
    void garbage_is_a_bad_frame_or_a_request_and_never_anything_else() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            ByteBuf frame =
                    request(TcpFrames.SUBSCRIBE, call(longest(), Optional.of(new Key(1, 2))), Acks.HANDLED, "topic");
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                int at = TcpFrames.HEADER_BYTES + random.nextInt(frame.readableBytes() - TcpFrames.HEADER_BYTES);
                frame.setByte(at, random.nextInt());
            }
            try {
                assertThat(read(TcpFrames.SUBSCRIBE, frame).call().body().size())
                        .isBetween(0, frame.capacity());
            } catch (BadFrame refused) {
                assertThat(refused.reason()).isEqualTo(BadFrame.Reason.FIELDS);
            }
        }
    }

    @Test
    void operations_are_found_by_the_bytes_of_their_paths() {
        List<Operation> all = new EchoService().describe().operations();
        OperationPaths paths = new OperationPaths(all);
        for (Operation operation : all) {
            ByteBuf in = Unpooled.wrappedBuffer(OperationPaths.bytes(operation));
            assertThat(paths.find(in, in.readableBytes())).isEqualTo(operation);
            assertThat(paths.find(in, in.readableBytes() - 1)).isNull();
        }
        assertThat(paths.find(Unpooled.EMPTY_BUFFER, 0)).isNull();
    }

    private static Optional<Credential> longest() {
        return Optional.of(new Credential("c".repeat(Credential.MAX_CHARS)));
    }

    private static Call call(Optional<Credential> caller, Optional<Key> key) {
        return new Call(ECHO, new Body(Format.BINARY, BYTES), Format.JSON, Duration.ofMillis(1), caller, key);
    }

    private static ByteBuf request(int type, Call call, Acks acks, String topic) {
        byte[] path = OperationPaths.bytes(call.operation());
        int size = TcpFrames.requestSize(type, path, call, topic);
        ByteBuf out = Unpooled.buffer(size, size);
        TcpFrames.request(out, size, type, 7, path, call, call.timeLeft().toNanos(), acks, topic);
        assertThat(out.isWritable()).isFalse();
        return out;
    }

    private static Request read(int type, ByteBuf frame) {
        return read(type, frame, frame.writerIndex());
    }

    private static Request read(int type, ByteBuf frame, int end) {
        frame.readerIndex(TcpFrames.HEADER_BYTES);
        frame.skipBytes(OperationPaths.length(frame, end));
        return TcpFrames.readRequest(type, ECHO, frame, end);
    }

    private static String hex(ByteBuf frame) {
        return HexFormat.of().formatHex(ByteBufUtil.getBytes(frame));
    }
}
