package anywire.bench.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them: no more digits than a measurement carries, each next to its unit. */
public final class Figures {
    private Figures() {}

    /** Three significant digits, always microseconds, so that a column compares at a glance. */
    public static String micros(double nanos) {
        double micros = nanos / 1_000;
        return threeDigits(micros) + " µs";
    }

    public static String threeDigits(double value) {
        double size = Math.abs(value);
        if (size >= 99.95) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 9.995 ? "%.1f" : "%.2f", value);
    }

    /** Two decimals; below a tenth two significant digits. */
    public static String ratio(double ratio) {
        if (ratio >= 0.1 || ratio <= 0) {
            return String.format(Locale.ROOT, "%.2f", ratio);
        }
        return new BigDecimal(ratio).round(new MathContext(2)).toPlainString();
    }

    /** {@code 0.123} as {@code 12 %}; below a tenth with a decimal. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, Math.abs(share) < 0.0995 ? "%.1f %%" : "%.0f %%", share * 100);
    }

    /** Millions of bytes. */
    public static String megabytes(double bytes) {
        return threeDigits(bytes / 1e6) + " MB";
    }

    public static String whole(double count) {
        return String.format(Locale.ROOT, "%,.0f", count);
    }

    /** {@code 1 block}, {@code 5 blocks}. */
    public static String count(long count, String thing) {
        return whole(count) + " " + thing + (count == 1 ? "" : "s");
    }
}
