package anywire.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import anywire.bench.analysis.advice.Advice;
import anywire.bench.analysis.advice.Query;
import anywire.bench.analysis.advice.Requirement;
import anywire.bench.analysis.advice.Standing;
import anywire.bench.analysis.advice.Standing.Work;
import anywire.bench.analysis.advice.Standings;
import anywire.bench.model.Network;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page's script answers as the command does. */
class AdvisorPageIT {
    @RegisterExtension
    static final OpenedPage page = new OpenedPage();

    @Test
    void the_advisor_answers_as_the_command_does() {
        List<Standing> rows = Standings.of(OpenedPage.RUN, OpenedPage.ANALYSIS);
        Stream<Set<Requirement>> single = Stream.of(Requirement.values()).map(EnumSet::of);
        Stream<Set<Requirement>> several = Stream.of(
                EnumSet.of(Requirement.CALLS, Requirement.APART),
                EnumSet.of(Requirement.EVENTS, Requirement.WAIT_FOR_PEER, Requirement.APART),
                EnumSet.of(Requirement.PUSHES, Requirement.NO_BROKER, Requirement.BROWSERS));
        Stream.concat(single, several).forEach(wishes -> {
            same(rows, new Query(wishes, Work.CALL, Network.LOOPBACK, 0, 0, 0));
            same(rows, new Query(wishes, Work.PUSH, Network.LOOPBACK, 0, 0, 70_000));
            same(rows, new Query(wishes, Work.CALL, Network.ZONE, 3_000, 2_000_000, 0));
            same(rows, new Query(wishes, Work.CALL, Network.WAN, 0, 0, 1_000_000));
        });
    }

    private void same(List<Standing> rows, Query need) {
        page.script(
                """
                const [wishes, rank, network, rate, size, within] = arguments;
                const form = document.getElementById('advisor');
                form.querySelectorAll('[name=need]').forEach(box => { box.checked = wishes.includes(box.value); });
                form.querySelectorAll('[name=rank]').forEach(box => { box.checked = box.value === rank; });
                form.querySelector('[name=network]').value = network;
                form.querySelector('[name=rate]').value = rate || '';
                form.querySelector('[name=size]').value = size || '';
                form.querySelector('[name=within]').value = within || '';
                form.dispatchEvent(new Event('input'));
                """,
                need.wishes().stream().map(Requirement::word).toList(),
                need.rank().word(),
                need.network().word(),
                need.ratePerSecond(),
                need.bodyBytes(),
                need.withinNanos() / 1e6);
        Advice advice = Advice.of(rows, need);
        assertThat(said(".served"))
                .as("%s", need)
                .isEqualTo(advice.ranked().stream()
                        .map(r -> (r.place() == 0 ? "?" : r.place())
                                + r.row().label()
                                + r.timing()
                                        .map(t -> ": "
                                                + AdviceText.timed(
                                                        t,
                                                        OpenedPage.RUN.suite().reference()) + " ["
                                                + t.evidence().kind().mark() + "]")
                                        .orElse(""))
                        .toList());
        assertThat(said(".unknown li"))
                .as("%s", need)
                .isEqualTo(advice.ranked().stream()
                        .flatMap(r -> r.unknown().stream())
                        .map(text -> "unknown: " + text)
                        .toList());
        assertThat(said(".excluded"))
                .as("%s", need)
                .isEqualTo(advice.excluded().stream()
                        .map(e -> "no " + e.row().label() + " since "
                                + String.join(
                                        "; ",
                                        e.reasons().stream()
                                                .map(r -> r.text().replaceFirst("\\.$", "") + " ["
                                                        + r.evidence().kind().mark() + "]")
                                                .toList()))
                        .toList());
    }

    private @Nullable Object said(String selector) {
        return page.script(
                "return [...document.querySelectorAll('#advice ' + arguments[0])].map(e => e.textContent)", selector);
    }
}
