/**
 * Shows a run and its analysis. A section turns records into pieces (text, bullets, tables) and computes nothing; a
 * page is drawn from the pieces, once as Markdown and once as one self-contained HTML file.
 */
@NullMarked
package anywire.bench.report;

import org.jspecify.annotations.NullMarked;
