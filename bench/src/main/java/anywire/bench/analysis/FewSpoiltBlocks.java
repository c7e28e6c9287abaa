package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Block;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** More spoilt blocks than may be dropped invalidate the scenarios that they spoilt. */
final class FewSpoiltBlocks implements Check {
    private static final int SHOWN = 3;

    @Override
    public Optional<Doubt> of(Evidence evidence) {
        List<Block> unforgiven = evidence.kept().unforgiven();
        if (unforgiven.isEmpty()) {
            return Optional.empty();
        }
        List<String> reasons = unforgiven.stream()
                .map(b -> "block " + b.number() + ": "
                        + KeptBlocks.spoiling(b, evidence.kept().scenario())
                                .get(0)
                                .reason())
                .toList();
        String more = reasons.size() > SHOWN ? "; and so on" : "";
        return Optional.of(new Doubt(
                Trust.INVALID,
                "The harness or the machine spoilt %d of %d blocks for this scenario; at most a fifth may be dropped, so none was (%s%s)."
                        .formatted(
                                unforgiven.size(),
                                evidence.kept().whole().size(),
                                reasons.stream().limit(SHOWN).collect(Collectors.joining("; ")),
                                more)));
    }
}
