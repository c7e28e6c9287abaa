package anywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of every source file in the house, whatever module it is in. */
class SourceFilesTest {
    private static final int LONGEST_LINES = 300;
    private static final Set<String> NOT_OURS = Set.of("target", "results", ".git");
    private static final Pattern TEXT = Pattern.compile(".*\\.(java|md|txt|json|jte|js|css|yaml|xml|sh)");
    private static final String AVOIDED = "words-to-avoid.txt";

    private final Path home = Path.of(System.getProperty("anywire.home", "../.."))
            .toAbsolutePath()
            .normalize();

    @Test
    void none_is_over_300_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : javaFiles()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_LINES) {
                tooLong.add(home.relativize(file) + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void every_package_says_that_it_is_null_marked() throws IOException {
        assertThat(javaFiles())
                .filteredOn(file -> file.toString().contains("/src/main/java/"))
                .extracting(Path::getParent)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("NullMarked"));
    }

    @Test
    void a_name_stands_for_one_thing() throws IOException {
        Map<String, Long> times = javaFiles().stream()
                .map(SourceFilesTest::name)
                .filter(name -> !name.equals("package-info.java"))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertThat(times).allSatisfy((name, count) -> assertThat(count).as(name).isOne());
    }

    @Test
    void no_word_is_used_that_only_its_writer_understands() throws IOException {
        List<String> avoided = avoided();
        Pattern words = avoided.stream()
                .filter(word -> !word.endsWith(".java"))
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("|", "(?<!\\w)(", ")(?!\\w)"),
                        any -> Pattern.compile(any, Pattern.CASE_INSENSITIVE)));
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            String name = name(file);
            if (avoided.contains(name)) {
                found.add(home.relativize(file) + ": its name");
            }
            if (TEXT.matcher(name).matches() && !name.equals(AVOIDED)) {
                Matcher matcher = words.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(home.relativize(file) + ": " + matcher.group());
                }
            }
        }
        assertThat(found).as("what to say instead: " + AVOIDED).isEmpty();
    }

    private static List<String> avoided() throws IOException {
        try (var in = SourceFilesTest.class.getResourceAsStream("/" + AVOIDED)) {
            assertThat(in).isNotNull();
            List<String> words = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" -> "))
                    .map(line -> line.substring(0, line.indexOf(" -> ")))
                    .toList();
            assertThat(words).isNotEmpty();
            return words;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private List<Path> javaFiles() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(name(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(files).isNotEmpty();
        return files;
    }
}
