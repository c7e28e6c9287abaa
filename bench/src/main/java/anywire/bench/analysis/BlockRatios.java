package anywire.bench.analysis;

import anywire.bench.run.Block;
import anywire.bench.run.BlockCell;
import anywire.bench.run.Latency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Natural logs of one cell's percentile over the reference's in the same block, by block number. */
final class BlockRatios {
    private BlockRatios() {}

    /** Blocks that lack one of the two are left out. */
    static SortedMap<Integer, Double> logs(
            List<Block> blocks, String scenario, String transport, String reference, int percentile) {
        SortedMap<Integer, Double> logs = new TreeMap<>();
        for (Block block : blocks) {
            OptionalDouble own = nanos(block, scenario, transport, percentile);
            OptionalDouble other = nanos(block, scenario, reference, percentile);
            if (own.isPresent() && other.isPresent()) {
                logs.put(block.number(), Math.log(own.getAsDouble() / other.getAsDouble()));
            }
        }
        return logs;
    }

    static OptionalDouble nanos(Block block, String scenario, String transport, int percentile) {
        Optional<Latency> latency = block.cells().stream()
                .filter(c -> c.scenario().equals(scenario) && c.transport().equals(transport))
                .map(BlockCell::intended)
                .filter(l -> l.count() > 0)
                .findFirst();
        if (latency.isEmpty()) {
            return OptionalDouble.empty();
        }
        long nanos = percentile == 50 ? latency.get().p50Nanos() : latency.get().p90Nanos();
        return nanos > 0 ? OptionalDouble.of(nanos) : OptionalDouble.empty();
    }
}
