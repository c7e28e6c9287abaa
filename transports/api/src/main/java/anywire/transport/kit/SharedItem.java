package anywire.transport.kit;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Publisher;
import anywire.transport.TransportException;
import java.util.HashMap;
import java.util.Map;

/** One item on its way to many subscribers: asked for once a format, and never larger than allowed. For use by one thread. */
public final class SharedItem {
    private final Publisher.Item item;
    private final int maxBodyBytes;
    private final Map<Format, Body> bodies = new HashMap<>(2);

    public SharedItem(Publisher.Item item, int maxBodyBytes) {
        this.item = item;
        this.maxBodyBytes = maxBodyBytes;
    }

    /**
     * @throws anywire.transport.RefusedException for a format that the service doesn't have
     * @throws TransportException.TooLarge if it is larger than {@code maxBody} allows
     */
    public Body as(Format format) {
        Body body = bodies.computeIfAbsent(format, item::as);
        if (body.size() > maxBodyBytes) {
            throw new TransportException.TooLarge(
                    "an item of " + body.size() + " bytes, over maxBody=" + maxBodyBytes, false);
        }
        return body;
    }
}
