package anywire.bench.engine.suite;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that was probably meant. */
public final class Nearest {
    private Nearest() {}

    /** Within a third of its length in edits (one at least); empty if nothing is that near. */
    public static Optional<String> to(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> edits(given, name)))
                .filter(name -> edits(given, name) <= Math.max(1, name.length() / 3));
    }

    /** {@code "did you mean 'tcp'?"}, or what there is to choose from. */
    public static String hint(String given, Collection<String> known) {
        return to(given, known)
                .map(name -> "did you mean '" + name + "'?")
                .orElseGet(() -> "known: " + String.join(", ", known));
    }

    /** Insertions, deletions, replacements and swaps of neighbours; case counts for nothing. */
    private static int edits(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
