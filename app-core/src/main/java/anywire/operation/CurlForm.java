package anywire.operation;

import anywire.codec.Codec;
import anywire.codec.FormCodec;
import anywire.codec.JsonCodec;
import anywire.social.Sensitive;
import anywire.transport.Operation.Effect;
import anywire.transport.Operation.Kind;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How to ask with {@code curl}, and what is to be known of each operation, derived from the declarations. */
public final class CurlForm {
    private static final Codec JSON = new JsonCodec();
    private static final Codec FORM = new FormCodec();

    private CurlForm() {}

    /**
     * The example as a command. What only reads is a GET with a query, unless a secret would stand in it.
     *
     * @param base of an HTTP server, without a slash at the end
     */
    public static String curl(Procedure<?, ?, ?> procedure, URI base) {
        String url = base + "/" + procedure.operation().path();
        String caller = procedure.actor().isPresent() ? "-H \"Authorization: Bearer $TOKEN\" " : "";
        return get(procedure)
                ? "curl " + caller + "'" + url + "?" + text(FORM.encode(procedure.exampleRequest())) + "'"
                : "curl " + caller + "--json '"
                        + text(JSON.encode(procedure.exampleRequest())).replace("'", "'\\''") + "' " + url;
    }

    private static boolean get(Procedure<?, ?, ?> procedure) {
        return procedure.operation().effect() == Effect.READS
                && FormCodec.canSay(procedure.request())
                && Arrays.stream(procedure.request().getRecordComponents())
                        .map(RecordComponent::getType)
                        .noneMatch(Sensitive.class::isAssignableFrom);
    }

    /** A chapter of Markdown on a service. */
    public static String markdown(Contract<?> contract, URI base) {
        StringBuilder page = new StringBuilder("## " + contract.service() + "\n");
        for (Procedure<?, ?, ?> procedure : contract.procedures()) {
            page.append("\n### ").append(procedure).append("\n\n").append(procedure.summary());
            if (procedure.actor().isPresent()) {
                page.append(" Only for the user that it speaks of.");
            }
            page.append("\n\n```\n").append(curl(procedure, base)).append("\n```\n");
            if (procedure.operation().kind() == Kind.CALL) {
                page.append("\n```json\n")
                        .append(text(JSON.encode(procedure.exampleReply())))
                        .append("\n```\n");
            }
        }
        for (Channel<?, ?> channel : contract.channels()) {
            page.append("\n### ").append(channel).append("\n\n").append(channel.summary());
            page.append("\n\n```json\n")
                    .append(text(JSON.encode(channel.exampleItem())))
                    .append("\n```\n");
        }
        return page.toString();
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
