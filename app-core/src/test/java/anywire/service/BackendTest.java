package anywire.service;

import static anywire.service.Refused.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anywire.social.FollowGraph;
import anywire.social.Page;
import anywire.social.Token;
import anywire.social.Username;
import anywire.transport.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendTest {
    private final FollowGraph graph = FollowGraph.regular(20, 4, 1);

    @Test
    void a_seeded_graph_is_there_with_users_tokens_relations_and_posts() {
        Backend backend = new Backend(BackendSettings.all().seed(5));
        backend.seeding().graph(graph);
        backend.seeding().posts(graph, 3);
        Username user = graph.username(7);
        Token token = Seeding.token(5, user);
        assertThat(done(backend.auth().orElseThrow().authenticate(token))).isEqualTo(user);
        assertThat(done(backend.follow().orElseThrow().followers(user))).hasSize(4);
        assertThat(done(backend.storage().orElseThrow().byAuthor(user, Page.newest(10))))
                .hasSize(3);
    }

    @Test
    void a_token_depends_on_the_seed_and_the_user() {
        Username one = graph.username(1);
        assertThat(Seeding.token(5, one).value())
                .isEqualTo(Seeding.token(5, one).value())
                .isNotEqualTo(Seeding.token(6, one).value())
                .isNotEqualTo(Seeding.token(5, graph.username(2)).value())
                .hasSize(32);
    }

    @Test
    void only_the_services_asked_for_are_there() {
        Backend backend = new Backend(BackendSettings.of(List.of("storage")).trusting());
        assertThat(backend.services()).extracting(s -> s.describe().service()).containsExactly("storage");
        assertThat(backend.auth()).isEmpty();
        backend.seeding().graph(graph);
    }

    @Test
    void services_in_different_processes_are_given_their_peers() {
        Backend auth = new Backend(BackendSettings.of(List.of("auth")));
        Backend follow = new Backend(
                BackendSettings.of(List.of("follow")).with(auth.auth().orElseThrow()));
        Backend notify = new Backend(BackendSettings.of(List.of("notify"))
                .with(auth.auth().orElseThrow())
                .with(follow.follow().orElseThrow()));
        assertThat(notify.services()).hasSize(1).first().isInstanceOf(Service.class);
    }

    @Test
    void what_is_missing_or_unknown_is_said_in_one_line() {
        assertThatThrownBy(() -> BackendSettings.of(List.of("strage")))
                .hasMessage("there is no service 'strage'; there are auth, storage, follow, notify");
        assertThatThrownBy(() -> new Backend(BackendSettings.of(List.of("storage"))))
                .hasMessageContaining("auth neither runs here nor is given as a peer");
        assertThatThrownBy(
                        () -> new Backend(BackendSettings.of(List.of("notify")).trusting()))
                .hasMessageContaining("follow neither runs here nor is given as a peer");
    }
}
