package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Figures;
import java.util.Optional;

/** Under four blocks there is no interval, and so no verdict. */
final class EnoughBlocks implements Check {
    @Override
    public Optional<Doubt> of(Evidence evidence) {
        int kept = evidence.kept().blocks().size();
        return kept > 0 && kept < Draft.MIN_BLOCKS
                ? Optional.of(new Doubt(
                        Trust.DOUBTFUL,
                        "Only " + Figures.count(kept, "block") + " counted; an interval takes " + Draft.MIN_BLOCKS
                                + "."))
                : Optional.empty();
    }
}
