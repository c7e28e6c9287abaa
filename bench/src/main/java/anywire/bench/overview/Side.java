package anywire.bench.overview;

/** What an entry speaks for. */
public enum Side {
    PRO("+"),
    CON("-"),
    NEITHER("="),
    /** There is evidence, and it doesn't carry a verdict. */
    CANT_TELL("?");

    private final String mark;

    Side(String mark) {
        this.mark = mark;
    }

    public String mark() {
        return mark;
    }
}
