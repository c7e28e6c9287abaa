package anywire.bench.cli;

import anywire.bench.engine.doctor.Doctor;
import anywire.bench.engine.doctor.Finding;
import anywire.bench.engine.doctor.Finding.Level;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        description = "Says what can be measured here, what is missing, and the fix.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = Anywire.out(spec);
        List<Finding> findings = Doctor.examine(Home.results());
        for (Finding finding : findings) {
            out.printf(
                    "%-8s%-13s%s%n",
                    finding.level().name().toLowerCase(Locale.ROOT), finding.subject(), finding.reason());
            if (!finding.remedy().isEmpty()) {
                out.printf("%-21s-> %s%n", "", finding.remedy());
            }
        }
        long wanting = findings.stream().filter(f -> f.level() != Level.OK).count();
        out.println(wanting == 0 ? "Nothing is wanting." : wanting + " of " + findings.size() + " could be better.");
        out.flush();
        return ExitCodes.DONE;
    }
}
