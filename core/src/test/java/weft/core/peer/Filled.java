package weft.core.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.EntryDrafts;
import weft.core.entry.Side;
import weft.core.entry.Whereabouts;
import weft.core.key.Leaf;
import weft.core.key.Nip44;
import weft.core.key.Signing;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Event;

/** A node in one circle, and what others wrote there: for measuring. */
public record Filled(Secret vaultContent, Bytes circle, List<Event> envelopes) {
    /** Half of them needs and offers, half answers to them. */
    public static Filled of(Primitives p, Entropy entropy, int count, long now, List<String> relays) {
        try (Peer peer = Peer.fresh(p)) {
            peer.step(new Input.Ready(), now, entropy);
            peer.step(new Input.Wish(new Command.CircleNew("Mill Lane", relays, 1)), now, entropy);
            Membership circle = peer.state().circles.values().iterator().next();
            EntryDrafts drafts = new EntryDrafts(p, circle.address);
            List<Event> envelopes = new ArrayList<>();
            for (int i = 0; envelopes.size() < count; i++) {
                thread(p, entropy, circle, drafts, now, i, envelopes);
            }
            return new Filled(peer.vaultContent(), circle.address, List.copyOf(envelopes.subList(0, count)));
        }
    }

    private static void thread(Primitives p, Entropy entropy, Membership circle, EntryDrafts drafts, long now, int number, List<Event> out) {
        Leaf leaf = new Leaf(Day.at(now).plus(1 + number % 30), Leaf.FIRST_THREAD_SLOT + number);
        Ask ask = new Ask(number % 3 == 0 ? Side.OFFER : Side.NEED, "Bread and soup for house " + number, "Two boxes of vegetables, please ring twice.", "food",
                Optional.empty(), Optional.empty(), Optional.of(Whereabouts.named("Mill Lane")), List.of("en"), false, List.of());
        try (Secret first = p.freshKey(entropy); Secret second = p.freshKey(entropy)) {
            Draft posted = drafts.posted(new EntryDrafts.By(p.publicKey(first), now - now % 3600, leaf), entropy.next(8), 0, ask);
            Event root = Signing.sign(p, posted, first, entropy.next(32));
            out.add(circle.keys.seal(root.json(), leaf, now, entropy));
            try (Secret between = Nip44.conversationKey(p, second, p.publicKey(first)).orElseThrow()) {
                Draft answered = drafts.answered(new EntryDrafts.By(p.publicKey(second), now - now % 3600, leaf), root.id(), 0,
                        Nip44.encrypt(p, between, entropy.next(32), "I can come at six and bring a trolley."));
                out.add(circle.keys.seal(Signing.sign(p, answered, second, entropy.next(32)).json(), leaf, now, entropy));
            }
        }
    }
}
