package anywire.host;

import java.util.HashMap;
import java.util.Map;

/** The questions that a role answers: records, told apart by their class. */
public final class Questions {
    private final Map<String, Handler<?>> handlers = new HashMap<>();

    /** May throw anything: the parent gets its message as a {@link RoleFailedException}. */
    @FunctionalInterface
    public interface Answer<Q extends Record> {
        Record to(Q question) throws Exception;
    }

    private record Handler<Q extends Record>(Class<Q> type, Answer<Q> answer) {
        Record handle(byte[] body) throws Exception {
            return answer.to(ControlFrame.CODEC.decode(type, body));
        }
    }

    public <Q extends Record> Questions on(Class<Q> type, Answer<Q> answer) {
        handlers.put(type.getName(), new Handler<>(type, answer));
        return this;
    }

    Record answer(ControlFrame question) throws Exception {
        Handler<?> handler = handlers.get(question.type());
        if (handler == null) {
            throw new IllegalArgumentException("this role does not answer " + question.type());
        }
        return handler.handle(question.body());
    }
}
