package anywire.bench.cli;

import anywire.bench.engine.conformance.StatedFacts;
import anywire.bench.engine.plan.Abilities;
import anywire.bench.engine.runner.Rehearsal;
import anywire.bench.engine.suite.Wirings;
import anywire.bench.model.Network;
import anywire.bench.model.Row;
import anywire.bench.model.Scenario;
import anywire.bench.model.Suite;
import anywire.bench.results.Folders;
import anywire.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Transports of the {@code --transport-path} in a run. Each is tried once beforehand: one that is at fault costs its own
 * row, and no other.
 */
final class AddedTransports {
    private final TransportCatalog found;
    private final Set<String> schemes;
    private final List<String> leftOut = new ArrayList<>();

    AddedTransports(TransportCatalog found) {
        this.found = found;
        this.schemes = found.all().added().stream().map(Transport::scheme).collect(Collectors.toSet());
        leftOut.addAll(found.all().faults());
    }

    /** What is not measured, and why, a line each. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** With a row for each of them, unless the rows were chosen. */
    Suite among(Suite suite, boolean chosen) {
        List<Row> rows = new ArrayList<>(suite.rows());
        if (!chosen) {
            found.all().added().stream()
                    .map(Transport::scheme)
                    .filter(scheme -> rows.stream().noneMatch(row -> row.name().equals(scheme)))
                    .forEach(scheme -> rows.add(rowAmong(suite.rows(), scheme)));
        }
        return suite.rows(rows);
    }

    /**
     * Like the others: among wirings, whose services have a process each, this one's have too, or it would be spared what
     * they pay between services.
     */
    static Row rowAmong(List<Row> others, String scheme) {
        boolean apart = others.stream().anyMatch(row -> row.legs().size() > 1);
        return apart ? Wirings.parse(scheme + "=" + scheme) : Row.parse(scheme);
    }

    /**
     * Without those that do not come up.
     *
     * @throws IllegalArgumentException if none is left
     */
    Suite rehearsed(Suite suite) throws InterruptedException, IOException {
        if (suite.rows().stream().noneMatch(this::isAdded)) {
            return suite;
        }
        Path logs = Files.createTempDirectory("anywire-rehearsal-");
        List<Row> rows = new ArrayList<>();
        for (Row row : suite.rows()) {
            Optional<String> fault = isAdded(row) ? fault(suite, row, logs) : Optional.empty();
            if (fault.isPresent()) {
                leftOut.add(row.name() + ": does not come up: " + fault.get());
            } else {
                rows.add(row);
            }
        }
        if (rows.size() == suite.rows().size()) {
            boolean ignored = Folders.delete(logs); // else the faults name what is in there
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("nothing is left to be measured: " + String.join("; ", leftOut));
        }
        return suite.rows(rows);
    }

    /** A transport may throw whatever it likes, and wherever it is asked. */
    private Optional<String> fault(Suite suite, Row row, Path logs) throws InterruptedException {
        try {
            row.schemes().forEach(scheme -> StatedFacts.of(found.named(scheme)));
            Abilities abilities =
                    found.abilities(List.of(row)).values().iterator().next();
            Optional<Scenario> near = suite.scenarios().stream()
                    .filter(scenario -> scenario.network() == Network.LOOPBACK && abilities.can(scenario))
                    .findFirst();
            return near.isPresent() ? Rehearsal.fault(suite, row, near.get(), logs) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(e.toString());
        }
    }

    /** Of a suite, those that stand on an added transport, by name. */
    Set<String> rows(Suite suite) {
        return suite.rows().stream().filter(this::isAdded).map(Row::name).collect(Collectors.toSet());
    }

    private boolean isAdded(Row row) {
        return row.legs().stream().anyMatch(leg -> schemes.contains(leg.scheme()));
    }
}
