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
}
