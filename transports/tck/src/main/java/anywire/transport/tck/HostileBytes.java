package anywire.transport.tck;

/** Whatever a stranger sends to the port, good calls go on. */
final class HostileBytes {}
