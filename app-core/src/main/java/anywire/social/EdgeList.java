package anywire.social;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One edge list being read. */
final class EdgeList {
    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final int SHOWN_CHARS = 40;

    private final Path file;
    private final TreeMap<Long, TreeSet<Long>> neighbours = new TreeMap<>();
    private long selfEdges;
    private long duplicates;
    private int line;

    private EdgeList(Path file) {
        this.file = file;
    }

    static FollowGraph read(Path file) {
        EdgeList edges = new EdgeList(file);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                edges.take(line.strip());
            }
        } catch (NoSuchFileException e) {
            throw new InvalidGraphException("there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new InvalidGraphException(file + " is not text", e);
        } catch (IOException e) {
            throw new InvalidGraphException("can't read " + file + ": " + e.getMessage(), e);
        }
        return edges.graph();
    }

    private void take(String text) {
        line++;
        if (text.isEmpty() || text.startsWith("#") || text.startsWith("%")) {
            return;
        }
        String[] ids = GAP.split(text, -1);
        if (ids.length != 2) {
            throw wrong("two ids belong on a line", text);
        }
        long one = id(ids[0], text);
        long other = id(ids[1], text);
        if (one == other) {
            selfEdges++;
        } else if (neighbours.computeIfAbsent(one, i -> new TreeSet<>()).add(other)) {
            neighbours.computeIfAbsent(other, i -> new TreeSet<>()).add(one);
        } else {
            duplicates++;
        }
    }

    private long id(String digits, String text) {
        // 18 digits fit a long, and with their letter a username.
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong("an id is a whole number from 0 on", text);
        }
        return Long.parseLong(digits);
    }

    private InvalidGraphException wrong(String rule, String text) {
        String shown = text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "..." : text;
        return new InvalidGraphException(file + ":" + line + ": " + rule + ", not '" + shown + "'", null);
    }

    private FollowGraph graph() {
        if (neighbours.isEmpty()) {
            throw new InvalidGraphException(file + " has no edges", null);
        }
        long[] ids = neighbours.keySet().stream().mapToLong(Long::longValue).toArray();
        TreeMap<Long, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < ids.length; i++) {
            numbers.put(ids[i], i);
        }
        int[][] followers = neighbours.values().stream()
                .map(of ->
                        of.stream().mapToInt(id -> numbers.getOrDefault(id, -1)).toArray())
                .toArray(int[][]::new);
        return new FollowGraph(ids, followers, new FollowGraph.Ignored(selfEdges, duplicates));
    }
}
