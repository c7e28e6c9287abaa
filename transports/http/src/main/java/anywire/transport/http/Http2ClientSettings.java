package anywire.transport.http;

import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Settings;

/** How a client's HTTP/2 connections are set up. */
final class Http2ClientSettings {
    /** Of a stream, and of a connection: as OkHttp's, so that neither client is held up where the other isn't. */
    private static final int WINDOW_BYTES = 16 << 20;

    private Http2ClientSettings() {}

    interface Maker {
        Http2ClientConnection make(
                Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings);
    }

    static Http2ClientConnection build(Maker maker) {
        return new Builder(maker).build();
    }

    /** A connection's own window is no setting, but grows by updates from 64 kB on. */
    static void openWindow(Http2Connection connection) throws Http2Exception {
        connection
                .local()
                .flowController()
                .incrementWindowSize(
                        connection.connectionStream(),
                        WINDOW_BYTES - connection.local().flowController().windowSize(connection.connectionStream()));
    }

    private static final class Builder extends AbstractHttp2ConnectionHandlerBuilder<Http2ClientConnection, Builder> {
        private final Maker maker;

        private Builder(Maker maker) {
            this.maker = maker;
        }

        @Override
        protected Http2ClientConnection build() {
            server(false);
            gracefulShutdownTimeoutMillis(0);
            initialSettings(Http2Settings.defaultSettings()
                    .pushEnabled(false)
                    .initialWindowSize(WINDOW_BYTES)
                    .maxHeaderListSize(ClientDialer.MAX_HEAD_BYTES));
            // Other in every request: to remember them would only push out what is the same in all.
            headerSensitivityDetector(
                    (name, value) -> name == HttpNames.TIME_LEFT || name == HttpNames.IDEMPOTENCY_KEY);
            return super.build();
        }

        @Override
        protected Http2ClientConnection build(
                Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
            return maker.make(decoder, encoder, settings);
        }
    }
}
