package anywire.bench.engine.conformance;

import anywire.bench.engine.conformance.TckVerdicts.Line;
import anywire.transport.Transport;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What {@code anywire check} found of a transport that is not Anywire's own, in a file beside its jar, for the reports of
 * later runs. It holds for that jar alone: once another is built, by its checksum, nothing is known until it is checked
 * again.
 */
public final class KeptVerdicts {
    private static final String SUFFIX = ".tck.txt";
    private static final String CHECKSUM = "sha256 ";

    private KeptVerdicts() {}

    /** @param guarantee by name */
    public record Found(String guarantee, boolean passed, String check) {}

    /**
     * In place of what was kept of the same options.
     *
     * @param under options that it was tried under, as the TCK's tables are named
     * @return where they are; empty for a transport that comes in no jar
     */
    public static Optional<Path> keep(Transport transport, String under, List<Found> found) throws IOException {
        Optional<Path> jar = jar(transport);
        if (jar.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(List.of(CHECKSUM + checksum(jar.get())));
        of(transport).stream()
                .filter(line -> !line.under().equals(under))
                .map(Line::text)
                .forEach(lines::add);
        found.forEach(
                f -> lines.add(String.join(" | ", under, f.guarantee(), f.passed() ? "PASSED" : "FAILED", f.check())));
        return Optional.of(Files.write(beside(jar.get()), lines));
    }

    /** None where nothing was kept, or of another jar. */
    static List<Line> of(Transport transport) {
        try {
            Optional<Path> jar = jar(transport).filter(j -> Files.isRegularFile(beside(j)));
            if (jar.isEmpty()) {
                return List.of();
            }
            List<String> lines = Files.readAllLines(beside(jar.get()));
            boolean same = !lines.isEmpty() && lines.get(0).equals(CHECKSUM + checksum(jar.get()));
            return same ? lines.stream().skip(1).map(Line::parse).toList() : List.of();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of(); // as good as none: whoever wants it checks again
        }
    }

    private static Path beside(Path jar) {
        return jar.resolveSibling(jar.getFileName() + SUFFIX);
    }

    private static Optional<Path> jar(Transport transport) {
        CodeSource source = transport.getClass().getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
        } catch (URISyntaxException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String checksum(Path jar) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
