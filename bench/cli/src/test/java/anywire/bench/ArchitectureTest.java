package anywire.bench;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import anywire.transport.Transport;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arrows between packages. Those between modules are Maven's as well; it is here that a shortcut through a test's or a
 * runtime's class path is seen.
 *
 * <pre>
 *   cli --> report --> analysis --> model &lt;-- engine --> host --> core --> interface &lt;-- transports, tck
 *                                              engine --> network           core &lt;-- stores
 * </pre>
 */
@AnalyzeClasses(packages = "anywire", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] INTERFACE = {"anywire.transport", "anywire.transport.kit"};
    private static final String TCK = "anywire.transport.tck";
    private static final String IN_PROCESS = "anywire.transport.inproc";
    private static final String[] CORE = {
        "anywire.social", "anywire.service", "anywire.store", "anywire.operation", "anywire.codec", IN_PROCESS
    };
    private static final String STORES = "anywire.stores";
    private static final String HOST = "anywire.host";
    private static final String NETWORK = "anywire.network";
    private static final String[] MODEL = {"anywire.bench.model", "anywire.bench.results"};
    private static final String[] ANALYSIS = {"anywire.bench.analysis", "anywire.bench.analysis.advice"};
    private static final String[] REPORT = {"anywire.bench.report", "anywire.bench.report.export"};
    private static final String ENGINE = "anywire.bench.engine..";
    private static final String BENCHMARKS = "anywire.bench.engine.jmh..";
    private static final String CLI = "anywire.bench.cli";
    private static final String[] WIRE_LIBRARIES = {
        "io.netty..", "okhttp3..", "okio..", "com.rabbitmq..", "org.apache.qpid.."
    };

    private static final DescribedPredicate<JavaClass> ANYWIRE = resideInAPackage("anywire..");
    private static final DescribedPredicate<JavaClass> TRANSPORTS = resideInAPackage("anywire.transport.*..")
            .and(not(resideInAnyPackage("anywire.transport.kit", TCK, IN_PROCESS)))
            .as("are transports");

    @ArchTest
    static final ArchRule every_package_has_a_place = classes()
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(TRANSPORTS.or(resideInAnyPackage(all(
                    INTERFACE,
                    CORE,
                    MODEL,
                    ANALYSIS,
                    REPORT,
                    of(TCK, STORES, HOST, NETWORK, ENGINE, CLI, "anywire.bench.samples"))))));

    @ArchTest
    static final ArchRule the_interface_knows_nothing_around_it = known("the interface", INTERFACE, INTERFACE);

    @ArchTest
    static final ArchRule what_an_adapter_implements_does_not_know_the_kit = noClasses()
            .that()
            .resideInAPackage("anywire.transport")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("anywire.transport.kit");

    @ArchTest
    static final ArchRule the_core_knows_the_interface = known("the core", CORE, all(CORE, INTERFACE));

    @ArchTest
    static final ArchRule stores_know_the_core = known("stores", of(STORES), all(of(STORES), CORE, INTERFACE));

    @ArchTest
    static final ArchRule a_host_knows_the_core = known("a host", of(HOST), all(of(HOST), CORE, INTERFACE));

    @ArchTest
    static final ArchRule a_network_knows_nobody = known("a network", of(NETWORK), of(NETWORK));

    @ArchTest
    static final ArchRule the_tck_knows_the_interface = known("the TCK", of(TCK), all(of(TCK), INTERFACE));

    @ArchTest
    static final ArchRule a_transport_knows_the_interface_alone = noClasses()
            .that(TRANSPORTS)
            .should()
            .dependOnClassesThat(ANYWIRE.and(not(TRANSPORTS.or(resideInAnyPackage(INTERFACE))))
                    .as("are Anywire's, beyond the transport interface"));

    @ArchTest
    static final ArchRule no_transport_knows_another = slices().matching("anywire.transport.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage("anywire.transport.kit"));

    @ArchTest
    static final ArchRule nothing_of_a_transport_is_public_but_the_transport = classes()
            .that(TRANSPORTS)
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .implement(Transport.class);

    @ArchTest
    static final ArchRule the_model_knows_no_stage = known("the model", MODEL, all(MODEL, CORE, INTERFACE));

    @ArchTest
    static final ArchRule data_does_not_know_its_files = noClasses()
            .that()
            .resideInAPackage("anywire.bench.model")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("anywire.bench.results");

    @ArchTest
    static final ArchRule the_analysis_knows_the_model =
            known("the analysis", ANALYSIS, all(ANALYSIS, MODEL, CORE, INTERFACE));

    @ArchTest
    static final ArchRule a_report_knows_the_analysis =
            known("a report", REPORT, all(REPORT, ANALYSIS, MODEL, CORE, INTERFACE));

    @ArchTest
    static final ArchRule the_engine_knows_the_model_and_the_host = noClasses()
            .that(resideInAPackage(ENGINE).and(not(resideInAPackage(BENCHMARKS))))
            .should()
            .dependOnClassesThat(ANYWIRE.and(
                            not(resideInAnyPackage(all(of(ENGINE, HOST, NETWORK, TCK), MODEL, CORE, INTERFACE))))
                    .as("are neither the model's nor the host's, nor below"));

    @ArchTest
    static final ArchRule only_transports_and_floors_know_wire_libraries = noClasses()
            .that(not(TRANSPORTS).and(not(resideInAnyPackage("anywire.bench.engine.floor", BENCHMARKS))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WIRE_LIBRARIES);

    @ArchTest
    static final ArchRule stores_know_no_service = noClasses()
            .that()
            .resideInAPackage("anywire.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(all(of("anywire.service", "anywire.operation", "anywire.codec"), INTERFACE));

    @ArchTest
    static final ArchRule the_social_network_knows_no_service_behind_its_interfaces = noClasses()
            .that()
            .resideInAPackage("anywire.social")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("anywire.service", "anywire.store", "anywire.operation", "anywire.codec");

    @ArchTest
    static final ArchRule codecs_know_no_operation = noClasses()
            .that()
            .resideInAPackage("anywire.codec")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("anywire.operation", "anywire.service", "anywire.store");

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("anywire.(**)").should().beFreeOfCycles();

    private static ArchRule known(String who, String[] those, String[] whom) {
        return noClasses()
                .that()
                .resideInAnyPackage(those)
                .should()
                .dependOnClassesThat(ANYWIRE.and(not(resideInAnyPackage(whom)))
                        .as("are Anywire's, and none that " + who + " may know"));
    }

    private static String[] of(String... packages) {
        return packages;
    }

    private static String[] all(String[]... some) {
        List<String> all = new ArrayList<>();
        Arrays.stream(some).forEach(each -> all.addAll(Arrays.asList(each)));
        return all.toArray(String[]::new);
    }
}
