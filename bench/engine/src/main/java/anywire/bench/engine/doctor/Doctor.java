package anywire.bench.engine.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks the machine over. Takes about a second, since what else runs has to be watched for that long. */
public final class Doctor {
    private Doctor() {}

    /** @param results where results are to be written */
    public static List<Finding> examine(Path results) throws InterruptedException {
        return Stream.of(
                        SoftwareChecks.findings(),
                        CoreChecks.findings(),
                        QuietChecks.findings(),
                        RoomChecks.findings(results))
                .flatMap(List::stream)
                .toList();
    }
}
