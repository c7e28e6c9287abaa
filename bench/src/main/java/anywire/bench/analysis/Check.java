package anywire.bench.analysis;

import anywire.bench.run.Analysis.CellAnalysis;
import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Block;
import anywire.bench.run.Scenario;
import java.util.List;
import java.util.Optional;

/** One reason why a scenario's figures may not be trusted. */
interface Check {
    /** @return what is wrong, or empty if nothing is */
    Optional<Doubt> of(Evidence evidence);

    /**
     * What a check looks at.
     *
     * @param blocks all of them, with this scenario's windows alone
     * @param kept those that count
     */
    record Evidence(List<Block> blocks, KeptBlocks kept, Scenario scenario, List<CellAnalysis> cells, LoadLimit load) {}

    /** @param reason one sentence */
    record Doubt(Trust trust, String reason) {}
}
