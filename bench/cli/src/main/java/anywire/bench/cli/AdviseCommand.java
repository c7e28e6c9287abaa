package anywire.bench.cli;

import anywire.bench.analysis.Analyst;
import anywire.bench.analysis.advice.Advice;
import anywire.bench.analysis.advice.Overview;
import anywire.bench.analysis.advice.Query;
import anywire.bench.analysis.advice.Requirement;
import anywire.bench.analysis.advice.Standing.Work;
import anywire.bench.analysis.advice.Standings;
import anywire.bench.model.Analysis;
import anywire.bench.model.Network;
import anywire.bench.report.AdviceText;
import anywire.bench.results.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "advise",
        description = {
            "Says which transports serve what you need, and what keeps the others out, from a run's evidence alone.",
            "What that run can't tell it says, with the command that finds out."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  anywire advise --need calls,apart --network zone --within 5ms",
            "  anywire advise --need events,wait-for-peer,apart",
            "  anywire advise results/20260301-141530-decide --need pushes,no-broker --rank push"
        })
final class AdviseCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A run's folder. Default: the newest run's.")
    private @Nullable Path folder;

    @Option(
            names = "--need",
            split = ",",
            paramLabel = "NEED",
            converter = ToWish.class,
            completionCandidates = Wishes.class,
            description = "What has to be possible, any of: ${COMPLETION-CANDIDATES}. Default: calls,apart.")
    private Set<Requirement> wishes = EnumSet.of(Requirement.CALLS, Requirement.APART);

    @Option(
            names = "--rank",
            paramLabel = "WORK",
            converter = ToWork.class,
            description = "call: by how long one takes. push: by when the last follower has heard. Default: call.")
    private Work rank = Work.CALL;

    @Option(
            names = "--network",
            paramLabel = "NETWORK",
            converter = ToNetwork.class,
            description = "Between the two sides: loopback, lan, zone, lossy, wan. Default: loopback.")
    private Network network = Network.LOOPBACK;

    @Option(names = "--rate", paramLabel = "N", description = "Calls a second that it has to take.")
    private double ratePerSecond;

    @Option(names = "--size", paramLabel = "BYTES", description = "Of the largest body.")
    private long bodyBytes;

    @Option(
            names = "--within",
            paramLabel = "TIME",
            converter = SuiteOptions.Time.class,
            description = "Nine of ten have to be over in that time, as 5ms.")
    private @Nullable Duration within;

    @Override
    public Integer call() {
        if (ratePerSecond < 0 || bodyBytes < 0) {
            throw new ParameterException(spec.commandLine(), "--rate and --size are at least 0");
        }
        RunFolder opened = RunFolder.open(NewestRun.unless(folder, spec));
        RunFolder.Recorded recorded = opened.read();
        Analysis analysis = Analyst.analyse(recorded.run(), recorded.histograms());
        Query need = new Query(wishes, rank, network, ratePerSecond, bodyBytes, within == null ? 0 : within.toNanos());
        Advice advice = Advice.of(Standings.of(recorded.run(), analysis), need);
        PrintWriter out = Anywire.out(spec);
        AdviceText.lines(recorded.run(), need, advice, Overview.of(recorded.run(), analysis))
                .forEach(out::println);
        out.println();
        out.println("report  " + Home.shown(opened.path().resolve("report.html")));
        out.flush();
        return ExitCodes.DONE;
    }

    /** For help and for completion. */
    static final class Wishes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Requirement.words().iterator();
        }
    }

    static final class ToWish implements ITypeConverter<Requirement> {
        @Override
        public Requirement convert(String text) {
            return Requirement.named(text).orElseThrow(() -> unknown("need", text, Requirement.words()));
        }
    }

    static final class ToWork implements ITypeConverter<Work> {
        @Override
        public Work convert(String text) {
            return switch (text) {
                case "call" -> Work.CALL;
                case "push" -> Work.PUSH;
                default -> throw unknown("work", text, List.of("call", "push"));
            };
        }
    }

    static final class ToNetwork implements ITypeConverter<Network> {
        @Override
        public Network convert(String text) {
            return Network.named(text)
                    .orElseThrow(() -> unknown(
                            "network",
                            text,
                            Arrays.stream(Network.values()).map(Network::word).toList()));
        }
    }

    private static TypeConversionException unknown(String what, String text, List<String> there) {
        return new TypeConversionException(
                "there is no " + what + " '" + text + "'; there are " + String.join(", ", there));
    }
}
