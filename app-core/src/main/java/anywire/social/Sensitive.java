package anywire.social;

/** Never printed, never part of a URL. */
public sealed interface Sensitive permits Password, Token {}
