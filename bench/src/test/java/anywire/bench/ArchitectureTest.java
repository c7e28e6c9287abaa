package anywire.bench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import anywire.transport.Transport;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The arrows between packages.
 *
 * <pre>
 *   bench, web --> host --> app-core <-- transports, stores
 *
 *   bench:  cli --> suite, plan, load, measure, analysis, report, export --> run
 *           report --> overview --> run
 * </pre>
 *
 * A package with a name of its own under {@code anywire.transport} is a transport, but for the TCK's;
 * {@code anywire.transport} itself is the interface.
 */
@AnalyzeClasses(
        packages = "anywire",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutKit.class})
class ArchitectureTest {
    /** The TCK has a package beside the transports, and is none. */
    static final class WithoutKit implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/anywire/transport/tck/");
        }
    }

    private static final String INTERFACE = "anywire.transport";
    private static final String TRANSPORTS = "anywire.transport.*..";
    private static final String KIT = "anywire.transport.tck..";
    private static final String BENCH = "anywire.bench..";
    private static final String HOST = "anywire.host..";
    private static final String WEB = "anywire.web..";
    private static final String[] CORE = {
        "anywire.social..", "anywire.service..", "anywire.store..", "anywire.call..", INTERFACE
    };
    private static final String[] STAGES = {
        "anywire.bench.suite..",
        "anywire.bench.plan..",
        "anywire.bench.load..",
        "anywire.bench.measure..",
        "anywire.bench.analysis..",
        "anywire.bench.report..",
        "anywire.bench.export.."
    };
    private static final String[] WIRE_LIBRARIES = {
        "io.netty..", "okhttp3..", "okio..", "com.rabbitmq..", "org.apache.qpid.."
    };

    private static final DescribedPredicate<JavaClass> ANYWIRE = resideInAPackage("anywire..");

    @ArchTest
    static final ArchRule core_knows_nothing_around_it = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat(ANYWIRE.and(DescribedPredicate.not(resideInAnyPackage(CORE)))
                    .as("are Anywire's, outside of the core"));

    @ArchTest
    static final ArchRule host_knows_the_core_alone = noClasses()
            .that()
            .resideInAPackage(HOST)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BENCH, WEB, TRANSPORTS)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule bench_and_web_find_transports_and_never_name_one = noClasses()
            .that()
            .resideInAnyPackage(BENCH, WEB)
            .and()
            .resideOutsideOfPackage("anywire.bench.jmh..")
            .should()
            .dependOnClassesThat(resideInAPackage(TRANSPORTS).and(DescribedPredicate.not(resideInAPackage(KIT))));

    @ArchTest
    static final ArchRule bench_does_not_know_web = noClasses()
            .that()
            .resideInAPackage(BENCH)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WEB);

    @ArchTest
    static final ArchRule web_does_not_know_bench = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BENCH)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule transports_know_the_interface_alone = noClasses()
            .that()
            .resideInAPackage(TRANSPORTS)
            .should()
            .dependOnClassesThat(ANYWIRE.and(DescribedPredicate.not(resideInAnyPackage(INTERFACE, TRANSPORTS)))
                    .as("are Anywire's, beyond the transport interface"))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_transport_knows_another = slices().matching("anywire.transport.(*)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_of_a_transport_is_public_but_the_transport = classes()
            .that()
            .resideInAPackage(TRANSPORTS)
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .implement(Transport.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_interface_knows_nothing_of_what_it_carries = noClasses()
            .that()
            .resideInAPackage(INTERFACE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("anywire.social..", "anywire.service..", "anywire.store..", "anywire.call..");

    @ArchTest
    static final ArchRule stores_know_no_service = noClasses()
            .that()
            .resideInAPackage("anywire.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("anywire.service..", "anywire.call..", INTERFACE)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_social_network_knows_no_service_behind_its_interfaces = noClasses()
            .that()
            .resideInAPackage("anywire.social..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("anywire.service..", "anywire.store..", "anywire.call..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_transports_know_wire_libraries = noClasses()
            .that()
            .resideOutsideOfPackages(TRANSPORTS, "anywire.bench.floor..", "anywire.bench.jmh..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WIRE_LIBRARIES);

    @ArchTest
    static final ArchRule a_stage_of_the_bench_does_not_know_its_neighbours = slices().matching("anywire.bench.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.not(resideInAnyPackage(STAGES)), DescribedPredicate.alwaysTrue())
            .ignoreDependency(resideInAnyPackage(STAGES), resideInAPackage("anywire.bench.run.."))
            .ignoreDependency(resideInAPackage("anywire.bench.report.."), resideInAPackage("anywire.bench.overview.."));

    @ArchTest
    static final ArchRule what_stages_pass_on_knows_no_stage = noClasses()
            .that()
            .resideInAPackage("anywire.bench.run..")
            .should()
            .dependOnClassesThat(resideInAPackage(BENCH)
                    .and(DescribedPredicate.not(resideInAPackage("anywire.bench.run..")))
                    .as("are the bench's, other than run"))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("anywire.(**)").should().beFreeOfCycles();
}
