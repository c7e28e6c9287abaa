package anywire.bench.engine.doctor;

import anywire.host.Freezer;
import anywire.host.Freezer.Means;

/** Whether the processes of rows that are not measured can stand still meanwhile, and by what means. */
final class FreezeCheck {
    private FreezeCheck() {}

    /** Tries it. */
    static Finding finding() {
        return finding(Freezer.available(), Freezer.obstacle());
    }

    static Finding finding(Means means, String obstacle) {
        return switch (means) {
            case CGROUP -> Finding.ok("freezing", "cgroup v2 freezer");
            case SIGNAL -> Finding.ok("freezing", "SIGSTOP, since " + obstacle);
            case NONE ->
                Finding.warn(
                        "freezing",
                        "not possible, since " + obstacle + ": rows take CPU in each other's windows",
                        "measure on Linux");
        };
    }
}
