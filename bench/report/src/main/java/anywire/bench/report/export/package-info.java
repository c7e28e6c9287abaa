/** What was measured, in forms that other tools read: rows for spreadsheets and scripts, HdrHistogram's percentiles. */
@NullMarked
package anywire.bench.report.export;

import org.jspecify.annotations.NullMarked;
