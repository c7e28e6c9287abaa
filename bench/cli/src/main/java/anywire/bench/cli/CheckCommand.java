package anywire.bench.cli;

import anywire.bench.engine.conformance.KeptVerdicts;
import anywire.bench.engine.conformance.TckRole;
import anywire.bench.engine.conformance.TckRole.Checked;
import anywire.bench.engine.conformance.TckRole.Tried;
import anywire.bench.engine.conformance.TckRole.Try;
import anywire.bench.engine.runner.Secrets;
import anywire.bench.engine.suite.Nearest;
import anywire.bench.results.Folders;
import anywire.host.ClassPath;
import anywire.host.Role;
import anywire.host.RoleFailedException;
import anywire.host.RoleProcess;
import anywire.host.TransportPath;
import anywire.transport.Endpoint;
import anywire.transport.Transport;
import anywire.transport.tck.Tck;
import anywire.transport.tck.VerdictTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = "Tries a transport's promises, one by one: the TCK, outside any build.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        parameterListHeading = "%nWhat:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:keeps what it promises", "1:does not", "2:wrong usage", "130:interrupted"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire check tcp",
            "  anywire check examples/uds",
            "  anywire check --at 'tcp://127.0.0.1:0?acks=handled' tcp"
        })
final class CheckCommand implements Callable<Integer> {
    /** Beyond the checks' own limits: for a group that does not end by itself. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME|PATH",
            description = "A transport's scheme, or where it is: a jar, a built module's folder, a folder of jars.")
    @SuppressWarnings("NullAway.Init")
    private String what;

    @Option(names = "--at", paramLabel = "URI", description = "Options to try it under. Default: its defaults.")
    private @Nullable String uri;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "GROUP",
            description = "Only these groups, as the output names them: calls, restart.")
    private List<String> only = List.of();

    @Option(
            names = "--limit",
            paramLabel = "TIME",
            converter = SuiteOptions.Time.class,
            description = "No check is begun after this. Default: 30s.")
    private Duration limit = Duration.ofSeconds(30);

    @Option(
            names = "--secrets",
            paramLabel = "FILE",
            description = "Passwords and keys, NAME=VALUE a line. Those not there are made up.")
    private @Nullable Path secrets;

    @Override
    public Integer call() throws InterruptedException, IOException {
        for (String group : only) {
            if (!Tck.groups().contains(group)) {
                throw new ParameterException(
                        spec.commandLine(), "unknown group '" + group + "'; " + Nearest.hint(group, Tck.groups()));
            }
        }
        boolean place = isPlace();
        if (place) {
            TransportPath.add(Path.of(what));
        }
        TransportCatalog found = new TransportCatalog();
        found.all().faults().forEach(fault -> spec.commandLine().getErr().println("anywire: " + fault));
        List<Transport> wanted = place ? found.all().added() : List.of(found.named(what));
        if (wanted.isEmpty()) {
            if (found.all().faults().isEmpty()) {
                throw new ParameterException(spec.commandLine(), what + " holds no transport");
            }
            return ExitCodes.FAILED;
        }
        boolean kept = found.all().faults().isEmpty();
        for (Transport transport : wanted) {
            kept &= check(found, transport);
        }
        return kept ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    /** A name is a scheme's; whatever looks like a path, or is one, is one. */
    private boolean isPlace() {
        try {
            return what.contains("/") || what.endsWith(".jar") || Files.exists(Path.of(what, "pom.xml"));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private boolean check(TransportCatalog found, Transport transport) throws InterruptedException, IOException {
        PrintWriter out = Anywire.out(spec);
        Endpoint endpoint = uri == null ? Endpoint.loopback(transport) : found.endpoint(uri);
        out.println(transport.label(endpoint) + ": " + transport.getClass().getName());
        OtherVersions.of(transport.getClass()).forEach(note -> out.println("  note      " + note));
        out.flush();
        Path log = Files.createTempDirectory("anywire-check-");
        long begun = System.nanoTime();
        List<Checked> checks;
        try (CtrlC guard = CtrlC.guard();
                RoleProcess role = RoleProcess.start("check", TckRole.class, classPath(transport, endpoint), log)) {
            checks = tried(role, transport, endpoint);
            CheckText.lines(checks).forEach(out::println);
        } catch (RoleFailedException e) {
            out.println("  BROKEN    " + e.getMessage());
            return false;
        } finally {
            out.flush();
        }
        boolean ignored = Folders.delete(log);
        keep(transport, endpoint, checks);
        boolean kept = CheckText.passed(checks);
        out.printf(
                "%s %s: %s, in %d s%n",
                transport.scheme(),
                CheckText.verdict(checks),
                CheckText.sum(checks),
                Math.round((System.nanoTime() - begun) / 1e9));
        out.flush();
        return kept;
    }

    /** For reports, which then cite it. Of Anywire's own they cite what the build found. */
    private void keep(Transport transport, Endpoint endpoint, List<Checked> checks) {
        boolean added = transport.getClass().getClassLoader() != Transport.class.getClassLoader();
        if (!added || !only.isEmpty() || !CheckText.triedAll(checks)) {
            return;
        }
        try {
            List<KeptVerdicts.Found> found = CheckText.ofGuarantees(checks).stream()
                    .map(check ->
                            new KeptVerdicts.Found(check.guarantee(), CheckText.passed(List.of(check)), check.test()))
                    .toList();
            KeptVerdicts.keep(transport, VerdictTable.name(transport, endpoint), found)
                    .ifPresent(file -> Anywire.out(spec).println("  kept      for reports, in " + Home.shown(file)));
        } catch (IOException e) {
            Anywire.out(spec).println("  note      not kept for reports: " + e.getMessage());
        }
    }

    private static ClassPath classPath(Transport transport, Endpoint endpoint) {
        Class<?> adapter = transport.getClass();
        ClassPath alone = ClassPath.of(List.of(TckRole.class, Role.class, Tck.class, adapter));
        return transport
                .companion(endpoint)
                .map(companion -> alone.after(companion.libraries(), adapter))
                .orElse(alone);
    }

    private List<Checked> tried(RoleProcess role, Transport transport, Endpoint endpoint) throws InterruptedException {
        Map<String, String> lent = new TreeMap<>(Secrets.of(transport, endpoint));
        if (secrets != null) {
            lent.putAll(SecretsFile.read(secrets));
        }
        Try question = new Try(
                transport.scheme(), endpoint.toUri(), lent, only.isEmpty() ? Tck.groups() : only, limit.toNanos());
        return role.ask(question, Tried.class, limit.plus(GRACE)).checks();
    }
}
