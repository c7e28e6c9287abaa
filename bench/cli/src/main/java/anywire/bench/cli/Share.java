package anywire.bench.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 5%} or {@code 0.05}. */
final class Share implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        try {
            String number = text.strip();
            double value = number.endsWith("%")
                    ? Double.parseDouble(number.substring(0, number.length() - 1)) / 100
                    : Double.parseDouble(number);
            if (value > 0 && value < 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no share: write 5% or 0.05");
        }
        throw new TypeConversionException("a share lies between 0 and 1, as 5% or 0.05, not " + text);
    }
}
