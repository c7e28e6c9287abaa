package anywire.bench.results;

import anywire.bench.model.Analysis;
import anywire.bench.model.Histograms;
import anywire.bench.model.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run's folder. Write to it as often as there is something to keep, after every generation: each time the folder is a
 * valid result, if an incomplete one. All methods throw {@link ResultsException} with one clear line.
 */
public final class RunFolder {
    private static final String RUN = "run.json";
    private static final String LATEST = "latest";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /** What was measured, read back. */
    public record Recorded(Run run, Histograms histograms) {}

    /** Makes {@code results/20260301-141530-quick} (local time; {@code -2} if it is taken) and points latest to it. */
    public static RunFolder create(Path results, String suite, Instant at) {
        String name = STAMP.format(at.atZone(ZoneId.systemDefault())) + "-" + suite.replaceAll("[^A-Za-z0-9._-]", "-");
        try {
            Files.createDirectories(results);
            Path path = createUnique(results, name);
            Files.createDirectory(path.resolve("logs"));
            pointLatest(results, path);
            return new RunFolder(path);
        } catch (IOException e) {
            throw ResultsException.unwritable(results.resolve(name), e);
        }
    }

    private static Path createUnique(Path results, String name) throws IOException {
        for (int i = 1; ; i++) {
            try {
                return Files.createDirectory(results.resolve(i == 1 ? name : name + "-" + i));
            } catch (FileAlreadyExistsException taken) {
                if (i == 1_000) {
                    throw taken;
                }
            }
        }
    }

    /** Left as it is on a file system without links, or where something else has the name. */
    private static void pointLatest(Path results, Path path) {
        Path latest = results.resolve(LATEST);
        if (Files.exists(latest, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(latest)) {
            return;
        }
        Path beside = results.resolve("." + LATEST + "." + path.getFileName());
        try {
            Files.createSymbolicLink(beside, path.getFileName());
            Files.move(beside, latest, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UnsupportedOperationException e) {
            // A convenience; the folder itself is there, and its name is printed.
        }
    }

    /** @throws ResultsException if there is no such folder, or it holds no run */
    public static RunFolder open(Path path) {
        if (!Files.exists(path)) {
            throw new ResultsException(ResultsException.Kind.NO_RESULT, "no such folder: " + path);
        }
        if (!Files.isDirectory(path) || !Files.isRegularFile(path.resolve(RUN))) {
            throw new ResultsException(
                    ResultsException.Kind.NO_RESULT,
                    path + " is not the result of a run: it "
                            + (Files.isDirectory(path) ? "has no " + RUN : "is no folder"));
        }
        return new RunFolder(path);
    }

    public Path path() {
        return path;
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /** The folder's name. */
    public String id() {
        return String.valueOf(path.getFileName());
    }

    /** The histograms first, then {@code run.json}: what that names is there. */
    public void write(Run run, Histograms histograms) {
        write(run, histograms, Optional.empty());
    }

    public void write(Run run, Histograms histograms, Analysis analysis) {
        write(run, histograms, Optional.of(analysis));
    }

    private void write(Run run, Histograms histograms, Optional<Analysis> analysis) {
        histograms.cells().stream()
                .collect(Collectors.groupingBy(c -> HistogramFile.name(c.scenario(), c.transport())))
                .forEach((name, cells) -> WholeFile.write(
                        path.resolve(name),
                        HistogramFile.write(
                                cells.get(0).scenario(), cells.get(0).transport(), histograms, run)));
        WholeFile.write(path.resolve(RUN), RunJson.write(run, analysis));
    }

    /** A file of text beside the data: a report, the output of JMH. */
    public void writeText(String name, String text) {
        WholeFile.write(path.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Histograms are read when they are asked for: it is then that a truncated log is found.
     *
     * @throws ResultsException if {@code run.json} is damaged, or a log is none
     */
    public Recorded read() {
        List<Path> files = histogramFiles();
        CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> files.forEach(HistogramFile::checkBegin));
        Run run = RunJson.read(path.resolve(RUN));
        try {
            begun.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ResultsException foreign ? foreign : e;
        }
        return new Recorded(run, new Histograms(new HistogramFiles(path, files, run)));
    }

    private List<Path> histogramFiles() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".hlog"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ResultsException.unreadable(path, e);
        }
    }
}
