/** Anywire over gRPC: begin with {@link grpc.GrpcTransport}. */
@NullMarked
package grpc;

import org.jspecify.annotations.NullMarked;
