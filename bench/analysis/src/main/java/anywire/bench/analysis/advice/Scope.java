package anywire.bench.analysis.advice;

/** What an entry speaks for. */
public enum Scope {
    PRO("+"),
    CON("-"),
    NEITHER("="),
    /** There is evidence, and it doesn't carry a verdict. */
    CANT_TELL("?");

    private final String mark;

    Scope(String mark) {
        this.mark = mark;
    }

    public String mark() {
        return mark;
    }
}
