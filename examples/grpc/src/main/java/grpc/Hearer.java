package grpc;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.kit.Topics;
import io.grpc.ServerCall;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.LongAdder;

/**
 * One subscriber, as the server has it. gRPC's flow control says when its stream takes more; what waits until then is
 * bounded, and once something is lost, so is all that comes until what waited is sent.
 */
final class Hearer implements Topics.Subscriber {
    private static final int MAX_WAITING_BYTES = 1 << 20;

    private final ServerCall<byte[], byte[]> rpc;
    private final Topics.Key topic;
    private final Format format;
    private final LongAdder pushesLost;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean gap;
    private boolean ended;

    Hearer(ServerCall<byte[], byte[]> rpc, Topics.Key topic, Format format, LongAdder pushesLost) {
        this.rpc = rpc;
        this.topic = topic;
        this.format = format;
        this.pushesLost = pushesLost;
    }

    @Override
    public Topics.Key topic() {
        return topic;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public synchronized void push(Body item) {
        byte[] message = GrpcNames.pushed(item);
        if (gap || waitingBytes > 0 && waitingBytes + message.length > MAX_WAITING_BYTES) {
            gap = true;
            pushesLost.increment();
            return;
        }
        waiting.add(message);
        waitingBytes += message.length;
        drain();
    }

    synchronized void drain() {
        while (!ended && !waiting.isEmpty() && rpc.isReady()) {
            byte[] message = waiting.remove();
            waitingBytes -= message.length;
            rpc.sendMessage(message);
        }
        if (gap && waiting.isEmpty() && !ended) {
            gap = false;
            rpc.sendMessage(GrpcNames.gap());
        }
    }

    synchronized void end() {
        ended = true;
        waiting.clear();
    }
}
