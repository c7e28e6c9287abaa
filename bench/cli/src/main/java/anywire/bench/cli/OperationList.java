package anywire.bench.cli;

import anywire.codec.JsonCodec;
import anywire.operation.Channel;
import anywire.operation.Contract;
import anywire.operation.Operations;
import anywire.operation.Procedure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Every operation with its example, as declared. */
final class OperationList {
    private static final JsonCodec JSON = new JsonCodec();

    private OperationList() {}

    static List<String> lines(List<String> services) {
        List<String> lines = new ArrayList<>();
        for (Contract<?> contract : Operations.all()) {
            if (services.contains(contract.service())) {
                contract.procedures().forEach(procedure -> lines.addAll(of(procedure)));
                contract.channels().forEach(channel -> lines.addAll(of(channel)));
            }
        }
        return lines;
    }

    private static List<String> of(Procedure<?, ?, ?> procedure) {
        return List.of(
                procedure.operation().path() + "  " + procedure.summary(),
                "    --data '" + json(procedure.exampleRequest()) + "'",
                "    gives  " + json(procedure.exampleReply()));
    }

    private static List<String> of(Channel<?, ?> channel) {
        return List.of(
                channel.operation().path() + "  " + channel.summary(), "    pushes " + json(channel.exampleItem()));
    }

    static String json(Record example) {
        return new String(JSON.encode(example), StandardCharsets.UTF_8);
    }
}
