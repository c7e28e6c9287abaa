package anywire.bench.cli;

import anywire.bench.analysis.Analyst;
import anywire.bench.model.Run;
import anywire.bench.results.RunFolder;
import anywire.bench.samples.SampleRun;
import java.nio.file.Path;

/** A synthetic run on disk. */
final class Recorded {
    private Recorded() {}

    static Path in(Path results, SampleRun sample) {
        Run run = sample.run();
        RunFolder folder = RunFolder.create(results, "quick", run.startedAt());
        folder.write(run, sample.histograms(), Analyst.analyse(run, sample.histograms()));
        return folder.path();
    }
}
