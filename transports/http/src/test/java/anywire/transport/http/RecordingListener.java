package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Listener;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps what it hears. */
record RecordingListener(List<String> heard) implements Listener {
    @Override
    public void push(Body item) {
        heard.add(new String(item.bytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void gap() {
        heard.add("gap");
    }
}
