package anywire.social;

/** Never printed, never part of a URL. */
public sealed interface Secret permits Password, Token {}
