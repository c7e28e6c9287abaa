package anywire.bench.analysis;

import anywire.bench.run.Analysis.Trust;
import anywire.bench.run.Block;
import anywire.bench.run.Flaw;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** More spoilt blocks than may be dropped invalidate the scenarios that they spoilt. */
final class FewSpoiltBlocks implements Check {
    private static final int SHOWN = 3;

    @Override
    public Optional<Doubt> of(Evidence evidence) {
        List<Block> unforgiven = evidence.kept().unforgiven().stream()
                .filter(b -> flaws(b, evidence).findAny().isPresent())
                .toList();
        if (unforgiven.isEmpty()) {
            return Optional.empty();
        }
        List<String> reasons = unforgiven.stream()
                .map(b -> "block " + b.number() + ": "
                        + flaws(b, evidence).findFirst().map(Flaw::reason).orElse(""))
                .toList();
        String more = reasons.size() > SHOWN ? "; and so on" : "";
        return Optional.of(new Doubt(
                Trust.INVALID,
                "The harness or the machine spoilt %d of %d blocks, %d of them for this scenario; at most a fifth may be dropped, so none was (%s%s)."
                        .formatted(
                                evidence.kept().unforgiven().size(),
                                evidence.kept().whole().size(),
                                unforgiven.size(),
                                reasons.stream().limit(SHOWN).collect(Collectors.joining("; ")),
                                more)));
    }

    private static Stream<Flaw> flaws(Block block, Evidence evidence) {
        return Stream.concat(
                KeptBlocks.spoilingAll(block),
                block.windows().stream()
                        .filter(w -> w.scenario().equals(evidence.scenario().name()))
                        .flatMap(KeptBlocks::spoiling));
    }
}
