package anywire.bench.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them: no more digits than a measurement carries, each next to its unit. */
public final class Figures {
    private Figures() {}

    /** Three significant digits, always microseconds, so that a column compares at a glance. */
    private static final double FORMATTED_BEYOND = 1e12;

    private static final long[] SCALES = {1, 10, 100, 1_000};

    public static String micros(double nanos) {
        double micros = nanos / 1_000;
        return threeDigits(micros) + " µs";
    }

    public static String threeDigits(double value) {
        double size = Math.abs(value);
        if (size >= 99.95) {
            return whole(value);
        }
        return fixed(value, size >= 9.995 ? 1 : 2);
    }

    /**
     * What {@code %.2f} gives, for a page that has a hundred thousand figures; {@code 0.00} has no sign.
     *
     * @param digits after the point, 0 to 3
     */
    public static String fixed(double value, int digits) {
        if (!(Math.abs(value) < FORMATTED_BEYOND)) {
            return String.format(Locale.ROOT, "%." + digits + "f", value);
        }
        long scale = SCALES[digits];
        long scaled = Math.round(Math.abs(value) * scale);
        String whole = (value < 0 && scaled > 0 ? "-" : "") + scaled / scale;
        return digits == 0
                ? whole
                : whole + "." + String.valueOf(scale + scaled % scale).substring(1);
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
        if (Math.abs(count) >= FORMATTED_BEYOND) {
            return String.format(Locale.ROOT, "%,.0f", count);
        }
        StringBuilder text = new StringBuilder(fixed(count, 0));
        int first = text.charAt(0) == '-' ? 1 : 0;
        for (int comma = text.length() - 3; comma > first; comma -= 3) {
            text.insert(comma, ',');
        }
        return text.toString();
    }

    /** {@code 1 generation}, {@code 5 generations}. */
    public static String count(long count, String thing) {
        return whole(count) + " " + thing + (count == 1 ? "" : "s");
    }
}
