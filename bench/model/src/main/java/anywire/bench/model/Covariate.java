package anywire.bench.model;

import anywire.bench.model.Machine.Hiccups;
import anywire.bench.model.Machine.Others;
import java.util.function.ToDoubleFunction;

/** What a run records beside a window, of which one might tell how much the window was disturbed. */
public enum Covariate {
    /** Given to other virtual machines by the hypervisor. */
    STEAL("steal", "all cores", w -> w.machine().stealShare()),
    /** Processes that are not of the run, and rows that should stand still. */
    OTHERS("others", "a core", Covariate::others),
    /** Busy and not with the run, the kernel's own work included: by the kernel's samples. */
    FOREIGN("foreign", "all cores", w -> w.machine().foreignShare()),
    /** How late idle threads woke, on the worse core. */
    HICCUP_P99("hiccup p99", "ms", w -> worst(w, Hiccups::p99Nanos)),
    HICCUP_MAX("hiccup max", "ms", w -> worst(w, Hiccups::maxNanos)),
    /** A fixed piece of work before the window, while everything stood still: the logarithm of how long it took. */
    PROBE("probe", "log", w -> Math.log(w.machine().probeNanos())),
    /** How much longer the median is from the intended starts than from the actual sends, as a logarithm. */
    SEND_LAG("send lag", "log", Covariate::sendLag),
    /** Of the window, in the process in which they were busiest. */
    COMPILERS("compilers", "window", w -> share(w, w.busiestJitNanos())),
    /** Of the window, in the process in which they were busiest. */
    COLLECTORS(
            "collectors",
            "window",
            w -> share(w, Math.max(w.driver().gcMillis(), w.server().gcMillis()) * 1_000_000L)),
    /** What the two ends used, which a disturbance may raise by what it evicts from caches. */
    OWN_CPU(
            "own CPU",
            "a core",
            w -> share(w, w.driver().cpuNanos() + w.server().cpuNanos()));

    private final String words;
    private final String unit;
    private final ToDoubleFunction<Window> figure;

    Covariate(String words, String unit, ToDoubleFunction<Window> figure) {
        this.words = words;
        this.unit = unit;
        this.figure = figure;
    }

    public String words() {
        return words;
    }

    /** What it is a share of, or its unit. */
    public String unit() {
        return unit;
    }

    /** Of one window; 0 where it is not known. */
    public double of(Window window) {
        double value = figure.applyAsDouble(window);
        return Double.isFinite(value) ? value : 0;
    }

    private static double others(Window window) {
        Others strays = window.machine().strays();
        Others bystanders = window.machine().bystanders();
        double seconds = window.machine().seconds();
        return seconds == 0 ? 0 : (strays.cpuNanos() + bystanders.cpuNanos()) / 1e9 / seconds;
    }

    private static double worst(Window window, java.util.function.ToLongFunction<Hiccups> nanos) {
        return window.machine().hiccups().stream().mapToLong(nanos).max().orElse(0) / 1e6;
    }

    private static double sendLag(Window window) {
        return Math.log((double) window.intended().p50Nanos() / window.actual().p50Nanos());
    }

    private static double share(Window window, long nanos) {
        return window.seconds() == 0 ? 0 : nanos / 1e9 / window.seconds();
    }
}
