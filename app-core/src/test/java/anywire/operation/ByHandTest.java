package anywire.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ByHandTest {
    private static final URI BASE = URI.create("http://127.0.0.1:8080");

    @Test
    void what_only_reads_is_a_get() {
        assertThat(CurlForm.curl(StorageOperations.TIMELINE, BASE))
                .isEqualTo("curl 'http://127.0.0.1:8080/storage/timeline?authors=ann&authors=bob&limit=10&afterId=3'");
    }

    @Test
    void a_secret_never_stands_in_a_url() {
        assertThat(CurlForm.curl(AuthOperations.AUTHENTICATE, BASE))
                .startsWith("curl --json '{\"token\":")
                .endsWith("' http://127.0.0.1:8080/auth/authenticate");
    }

    @Test
    void what_needs_a_caller_says_so() {
        assertThat(CurlForm.curl(FollowOperations.FOLLOW, BASE)).contains("Authorization: Bearer $TOKEN");
    }

    @Test
    void every_operation_has_its_place_in_the_reference() {
        for (Contract<?> contract : Operations.all()) {
            String page = CurlForm.markdown(contract, BASE);
            contract.operations().forEach(operation -> assertThat(page).contains("### " + operation.path() + "\n"));
        }
    }
}
