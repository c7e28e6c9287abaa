package anywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.engine.suite.SuiteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/talk.md} shows code as it stands in the sources, and commands that there are. */
class TalkTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern SNIPPET =
            Pattern.compile("\\[\\w+\\.java]\\(([^)]+)\\)\n```java\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern RUN = Pattern.compile("\\./anywire run ([a-z0-9-]+)");

    @Test
    void its_code_stands_in_the_sources_line_by_line() throws IOException {
        List<MatchResult> snippets = SNIPPET.matcher(talk()).results().toList();
        assertThat(snippets).hasSizeGreaterThan(9);
        for (MatchResult snippet : snippets) {
            Path source = DOCS.resolve(snippet.group(1));
            assertThat(unindented(Files.readString(source)))
                    .as(source.toString())
                    .contains(unindented(snippet.group(2)));
        }
    }

    @Test
    void no_code_is_without_its_source() throws IOException {
        assertThat(talk().split("```java", -1))
                .hasSize(1 + (int) SNIPPET.matcher(talk()).results().count());
    }

    @Test
    void the_suites_that_it_runs_are_there() throws IOException {
        List<String> suites =
                RUN.matcher(talk()).results().map(found -> found.group(1)).toList();
        assertThat(suites).contains("steps", "synchronicity", "overload");
        assertThat(SuiteFiles.builtIn()).containsAll(suites);
    }

    private static String talk() throws IOException {
        return Files.readString(DOCS.resolve("talk.md"));
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
