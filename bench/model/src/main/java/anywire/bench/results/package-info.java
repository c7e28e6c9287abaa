/**
 * A run on disk.
 *
 * <pre>
 * results/
 *   latest -> 20260301-141530-quick
 *   calibration.json         {@link anywire.bench.model.CalibrationReport}; calibration-logs/ beside it
 *   20260301-141530-quick/
 *     run.json               {@link anywire.bench.model.Run}, and beside it under "analysis" what followed from it
 *     authenticate@tcp.hlog  one a cell: HdrHistogram's log, a line a generation and clock, tagged "1.INTENDED"
 *     report.md  report.html
 *     logs/
 * </pre>
 *
 * Every file is written whole or not at all, {@code run.json} last: however a run ends, the folder can be read.
 */
@NullMarked
package anywire.bench.results;

import org.jspecify.annotations.NullMarked;
