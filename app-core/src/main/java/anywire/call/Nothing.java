package anywire.call;

/** The reply that says only that it is done. */
public record Nothing() {
    public static final Nothing NOTHING = new Nothing();
}
