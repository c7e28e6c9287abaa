package grpc;

import anywire.transport.Refusal;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.kit.Outcome;
import anywire.transport.kit.PendingCalls;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;
import io.grpc.Status;

/** Whether anything of a call has been sent: what gRPC's status alone does not tell. */
final class Sent extends ClientStreamTracer.Factory {
    private volatile boolean headers;

    @Override
    public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata metadata) {
        return new ClientStreamTracer() {
            @Override
            public void outboundHeaders() {
                headers = true;
            }
        };
    }

    /** Ends a call by a status that is no answer: the other side's word where it has one, else gRPC's own. */
    boolean settle(PendingCalls calls, long id, Status status, Metadata trailers) {
        Outcome outcome = GrpcNames.outcome(status, trailers);
        if (outcome != null) {
            return outcome.settle(calls, id);
        }
        String detail = String.valueOf(status.getDescription());
        return switch (status.getCode()) {
            case UNIMPLEMENTED -> calls.complete(id, new Reply.Refused(Refusal.UNSUPPORTED, detail));
            case DEADLINE_EXCEEDED -> calls.fail(id, ran -> new TransportException.TimedOut(detail, headers));
            case RESOURCE_EXHAUSTED -> calls.fail(id, ran -> new TransportException.TooLarge(detail, headers));
            case UNAVAILABLE, CANCELLED ->
                calls.fail(
                        id,
                        ran -> headers
                                ? new TransportException.Disconnected(detail, true, status.getCause())
                                : new TransportException.Unreachable(detail, status.getCause()));
            default -> calls.fail(id, ran -> new TransportException.Broken(status.toString(), headers, null));
        };
    }
}
