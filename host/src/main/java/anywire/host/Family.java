package anywire.host;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who descends from whom. */
final class Family {
    private Family() {}

    /** Those that are still there, and all their descendants; none that has ended. */
    static Set<KnownProcess> of(Collection<KnownProcess> roots) {
        return of(roots, ProcStat.ofAll());
    }

    static Set<KnownProcess> of(Collection<KnownProcess> roots, List<ProcStat> all) {
        List<ProcStat> there = all.stream().filter(each -> !each.ended()).toList();
        Map<KnownProcess, ProcStat> known =
                there.stream().collect(Collectors.toMap(ProcStat::known, Function.identity(), (one, other) -> one));
        Map<Long, List<ProcStat>> children = there.stream().collect(groupingBy(ProcStat::parent));
        Deque<KnownProcess> open = new ArrayDeque<>(roots);
        Set<KnownProcess> family = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            KnownProcess next = open.remove();
            if (known.containsKey(next) && family.add(next)) {
                children.getOrDefault(next.pid(), List.of()).forEach(child -> open.add(child.known()));
            }
        }
        return family;
    }
}
