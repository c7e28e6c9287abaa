package anywire.transport;

/** The service's answer. No answer at all is a {@link TransportException} instead. */
public sealed interface Reply {
    record Done(Body body) implements Reply {}

    /**
     * The service's "no".
     *
     * @param detail one line for a person: what was wrong and what would be right; at most
     *     {@value Refusal#MAX_DETAIL_CHARS} characters survive every transport
     */
    record Refused(Refusal why, String detail) implements Reply {
        public Refused {
            if (detail.length() > Refusal.MAX_DETAIL_CHARS) {
                int end = Refusal.MAX_DETAIL_CHARS;
                detail = detail.substring(0, Character.isHighSurrogate(detail.charAt(end - 1)) ? end - 1 : end);
            }
        }
    }
}
