package anywire.bench.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What exactly this is: the build, the sources it was built from, and the JDK. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version =
                Objects.requireNonNullElse(Anywire.class.getPackage().getImplementationVersion(), "unpackaged");
        return new String[] {
            "anywire " + version
                    + GitCommit.current().map(commit -> ", commit " + commit).orElse(""),
            "JDK " + System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vm.name") + ") on "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
