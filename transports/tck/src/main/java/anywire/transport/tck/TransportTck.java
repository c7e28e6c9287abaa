package anywire.transport.tck;

import anywire.transport.Endpoint;
import anywire.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The kit under JUnit. A transport's test is one method:
 *
 * <pre>
 * class TcpTckTest extends TransportTck {
 *     &#64;Override
 *     protected Endpoint endpoint() {
 *         return Endpoint.loopback(new TcpTransport());
 *     }
 * }
 * </pre>
 *
 * The transport itself is found by its scheme, as the product finds it. The verdicts go to {@code target/tck/}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TransportTck {
    private final List<Verdict> verdicts = Collections.synchronizedList(new ArrayList<>());
    private @Nullable TestedTransport site;

    /** The options to try it under, and port 0. */
    protected abstract Endpoint endpoint();

    /** What the host lends to both sides; none by default. */
    protected Map<String, String> secrets() {
        return Map.of();
    }

    /** The transport that {@link java.util.ServiceLoader} finds for the endpoint's scheme. */
    protected Transport transport() {
        String scheme = endpoint().scheme();
        return ServiceLoader.load(Transport.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(transport -> transport.scheme().equals(scheme))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no META-INF/services/" + Transport.class.getName()
                        + " on the class path names a transport of scheme " + scheme));
    }

    @TestFactory
    final Stream<DynamicContainer> keeps_the_contract() {
        TestedTransport opened = new TestedTransport(transport(), endpoint(), secrets());
        site = opened;
        return Tck.groupClasses().stream()
                .map(group -> DynamicContainer.dynamicContainer(
                        CheckCase.title(group), CheckCase.of(group).stream().map(check -> test(check, opened))));
    }

    private DynamicTest test(CheckCase check, TestedTransport opened) {
        return DynamicTest.dynamicTest(check.test(), () -> {
            try {
                check.execute(opened, Tck.Limits.AMPLE);
                verdicts.add(check.verdict(null));
            } catch (TestAbortedException skipped) {
                verdicts.add(check.verdict(skipped));
                throw skipped;
            } catch (Throwable failure) {
                verdicts.add(check.verdict(failure));
                throw new AssertionFailedError(check.group() + ": " + check.test() + ": " + failure, failure);
            }
        });
    }

    @AfterAll
    final void write_the_verdicts() throws IOException {
        TestedTransport opened = site;
        if (opened != null) {
            opened.close();
            VerdictTable.write(Path.of("target", "tck"), VerdictTable.name(opened.transport(), endpoint()), verdicts);
        }
    }
}
