package anywire.transport.tck;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test awaits is awaited for a minute where it says nothing else: Awaitility's own ten seconds are too few for a
 * machine whose cores are busy. JUnit finds it where {@code junit.jupiter.extensions.autodetection.enabled} is set.
 */
public final class AmpleWaits implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }
}
