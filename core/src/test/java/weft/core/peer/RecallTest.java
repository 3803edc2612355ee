package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weft.core.key.Leaf;
import weft.core.view.BoardQuery;
import weft.core.view.BoardView;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Event;

/** What envelopes held, given back instead of them: the same node, without a key used; and nothing of what is forgotten. */
class RecallTest {
    private static final long NOW = 1_764_000_000;
    private final JdkPrimitives p = new JdkPrimitives();
    private final JdkEntropy entropy = new JdkEntropy();
    private final Filled filled = Filled.of(p, entropy, 40, NOW, List.of());

    private Peer restored(List<Event> opened, List<Recall> recalled) {
        Peer peer;
        try (Secret content = filled.vaultContent().copy()) {
            peer = Peer.restore(p, content).orThrow();
        }
        opened.forEach(event -> peer.step(new Input.Restored(event), NOW, entropy));
        peer.step(new Input.Recalled(recalled), NOW, entropy);
        peer.step(new Input.Ready(), NOW, entropy);
        return peer;
    }

    private static List<String> board(Peer peer, Bytes circle) {
        BoardView board = peer.views(NOW).board(BoardQuery.all(circle)).orElseThrow();
        return board.threads().stream().map(card -> card.toString()).sorted().toList();
    }

    private List<Recall> recalls(Peer peer) {
        return filled.envelopes().stream().map(event -> peer.recall(event).orElseThrow()).toList();
    }

    @Test
    void aNodeThatRecallsIsTheOneThatOpened() {
        try (Peer opened = restored(filled.envelopes(), List.of()); Peer recalled = restored(List.of(), recalls(opened))) {
            assertThat(board(recalled, filled.circle())).hasSize(20).isEqualTo(board(opened, filled.circle()));
            assertThat(recalls(recalled)).isEqualTo(recalls(opened));
        }
    }

    @Test
    void onlyWhatItHasTakenInIsGivenOut() {
        try (Peer empty = restored(List.of(), List.of())) {
            assertThat(empty.recall(filled.envelopes().getFirst())).isEmpty();
            assertThat(empty.recall(Filled.of(p, entropy, 1, NOW, List.of()).envelopes().getFirst())).isEmpty();
        }
    }

    @Test
    void whatIsForgottenIsNotRecalledAndItsEnvelopeGoes() {
        List<Recall> recalls;
        try (Peer opened = restored(filled.envelopes(), List.of())) {
            recalls = recalls(opened);
            assertThat(opened.knows(filled.circle(), recalls.getFirst().leaf())).isTrue();
        }
        Leaf gone = new Leaf(Day.at(NOW).plus(-9), Leaf.FIRST_THREAD_SLOT);
        Recall over = new Recall(filled.circle(), recalls.getFirst().envelope(), NOW, gone, recalls.getFirst().entry());
        List<Recall> wrong = new ArrayList<>(recalls.subList(2, recalls.size()));
        wrong.add(over);
        Peer peer;
        try (Secret content = filled.vaultContent().copy()) {
            peer = Peer.restore(p, content).orThrow();
        }
        try (peer) {
            assertThat(peer.knows(filled.circle(), gone)).isFalse();
            peer.step(new Input.Recalled(wrong), NOW, entropy);
            Turn ready = peer.step(new Input.Ready(), NOW, entropy);
            assertThat(board(peer, filled.circle())).hasSize(19);
            assertThat(ready.effects()).anyMatch(effect -> effect instanceof Effect.Remove(List<Bytes> ids) && ids.contains(over.envelope()));
        }
    }

    private Peer without(Filled some) {
        try (Secret content = some.vaultContent().copy()) {
            return Peer.restore(p, content).orThrow();
        }
    }

    @Test
    void whatIsForemostMakesTheFirstPageOfABoard() {
        Filled many = Filled.of(p, entropy, 240, NOW, List.of());
        BoardQuery all = BoardQuery.all(many.circle());
        try (Peer opened = without(many); Peer early = without(many)) {
            many.envelopes().forEach(event -> opened.step(new Input.Restored(event), NOW, entropy));
            opened.step(new Input.Ready(), NOW, entropy);
            assertThat(opened.foremost(60, 1_000, NOW)).isEmpty();
            List<Bytes> ids = opened.foremost(60, 100, NOW);
            assertThat(ids).hasSize(120);
            List<Recall> first = many.envelopes().stream().filter(event -> ids.contains(event.id())).map(event -> opened.recall(event).orElseThrow()).toList();
            early.step(new Input.Recalled(first), NOW, entropy);
            BoardView whole = opened.views(NOW).board(all, 0, 50).orElseThrow();
            assertThat(whole.threads()).hasSize(50);
            assertThat(whole.count()).isEqualTo(120);
            BoardView part = early.views(NOW).board(all, 0, 50).orElseThrow();
            assertThat(part.threads()).isEqualTo(whole.threads());
            assertThat(part.count()).isEqualTo(60);
            assertThat(part.circle().link()).isEqualTo(weft.core.view.CircleCard.Reach.CATCHING_UP);
            early.step(new Input.Recalled(many.envelopes().stream().map(event -> opened.recall(event).orElseThrow()).toList()), NOW, entropy);
            early.step(new Input.Ready(), NOW, entropy);
            assertThat(board(early, many.circle())).isEqualTo(board(opened, many.circle()));
            assertThat(early.views(NOW).board(all, 100, 50).orElseThrow().threads()).isEqualTo(whole(opened, all).subList(100, 120));
        }
    }

    private static List<weft.core.view.ThreadCard> whole(Peer peer, BoardQuery query) {
        return peer.views(NOW).board(query).orElseThrow().threads();
    }

    @Test
    void anIndexMadeBitByBitIsTheWholeOneAndForgetsWithTheRest() {
        try (Peer half = restored(filled.envelopes(), List.of()); Peer whole = restored(filled.envelopes(), List.of())) {
            assertThat(half.prepare(5)).isTrue();
            assertThat(half.state().finding.size()).isEqualTo(5);
            while (whole.prepare(6)) {
                assertThat(whole.state().finding.size()).isLessThanOrEqualTo(20);
            }
            assertThat(whole.state().finding.size()).isEqualTo(20);
            half.step(new Input.Wish(new Command.CircleLeave(filled.circle())), NOW, entropy);
            assertThat(half.state().finding.size()).isZero();
        }
    }
}
