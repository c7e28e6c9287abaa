package anywire.operation;

/** The reply that says only that it is done. */
public record Done() {
    public static final Done NOTHING = new Done();
}
