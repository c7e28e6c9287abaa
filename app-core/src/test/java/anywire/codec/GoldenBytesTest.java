package anywire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.operation.Operations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bytes of every operation's examples, as they have always been: who changes them breaks who talks to us. */
class GoldenBytesTest {
    private static final Codec BINARY = new BinaryCodec();
    private static final Codec JSON = new JsonCodec();

    private static Map<String, Record> examples() {
        Map<String, Record> examples = new LinkedHashMap<>();
        Operations.procedures().forEach(procedure -> {
            examples.put(procedure + " request", procedure.exampleRequest());
            examples.put(procedure + " reply", procedure.exampleReply());
        });
        Operations.channels().forEach(channel -> examples.put(channel + " item", channel.exampleItem()));
        return examples;
    }

    @TestFactory
    Stream<DynamicTest> binary_is_as_it_has_always_been() throws IOException {
        return golden("binary.txt", record -> HexFormat.of().formatHex(BINARY.encode(record)));
    }

    @TestFactory
    Stream<DynamicTest> json_is_as_it_has_always_been() throws IOException {
        return golden("json.txt", record -> new String(JSON.encode(record), StandardCharsets.UTF_8));
    }

    @Test
    void every_example_is_read_back_from_its_golden_bytes() throws Exception {
        Map<String, String> binary = read("binary.txt");
        Map<String, String> json = read("json.txt");
        for (Map.Entry<String, Record> example : examples().entrySet()) {
            Record record = example.getValue();
            byte[] bytes = HexFormat.of().parseHex(binary.getOrDefault(example.getKey(), ""));
            byte[] text = json.getOrDefault(example.getKey(), "").getBytes(StandardCharsets.UTF_8);
            assertThat(BINARY.<Record>decode(cast(record), bytes)).isEqualTo(record);
            assertThat(JSON.<Record>decode(cast(record), text)).isEqualTo(record);
        }
    }

    @Test
    void no_golden_bytes_are_of_an_operation_that_is_gone() throws IOException {
        assertThat(read("binary.txt")).hasSameSizeAs(examples());
        assertThat(read("json.txt")).hasSameSizeAs(examples());
    }

    private interface Printer {
        String print(Record record);
    }

    private static Stream<DynamicTest> golden(String file, Printer printer) throws IOException {
        Map<String, String> golden = read(file);
        return examples().entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.getKey(),
                        () -> assertThat(printer.print(example.getValue())).isEqualTo(golden.get(example.getKey()))));
    }

    /** Lines of a name, a colon, and the bytes. */
    private static Map<String, String> read(String file) throws IOException {
        Map<String, String> golden = new TreeMap<>();
        try (InputStream in = Optional.ofNullable(GoldenBytesTest.class.getResourceAsStream("/golden/" + file))
                .orElseThrow()) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int colon = line.indexOf(':');
                golden.put(line.substring(0, colon), line.substring(colon + 1).strip());
            });
        }
        return golden;
    }

    @SuppressWarnings("unchecked")
    private static Class<Record> cast(Record record) {
        return (Class<Record>) record.getClass();
    }
}
