package weft.sim.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weft.core.view.CircleCard;
import weft.core.view.InvitationView;
import weft.core.view.OfferView;
import weft.core.view.ThreadCard;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.sim.world.SimNode;
import weft.sim.world.SimRelay;
import weft.sim.world.World;

/** Looks at who is in which circle and how they came in, at what was carried over, and at what nodes and relays take of memory and disk. */
final class Doors {
    private static final long DAY = 86_400L;
    private static final long HOUR = 3_600L;
    /** Bytes that the vault of one node may take: some thousand circles' and threads' worth. */
    private static final long VAULT_BYTES = 2_000_000;
    /** Objects that a node may hold in memory: so many, and so many for each envelope that it stores. */
    private static final long OBJECTS = 4_000;
    private static final long OBJECTS_PER_ENVELOPE = 40;

    private final World world;
    private final Diary diary;
    /** By invitation: who came in by it. */
    private final Map<Bytes, Integer> cameBy = new LinkedHashMap<>();
    private final Map<Bytes, List<Integer>> words = new LinkedHashMap<>();

    Doors(World world, Diary diary) {
        this.world = world;
        this.diary = diary;
    }

    private void wrong(String rule, SimNode node, String what) {
        world.violation(rule, "node " + node.number() + ": " + what);
    }

    void look(SimNode node, Views views) {
        for (CircleCard card : views.circles()) {
            Ring ring = diary.findRing(card.address()).orElse(null);
            if (ring == null ? !diary.someMake() : !ring.may.contains(node.number())) {
                wrong("somebody is in a circle uninvited", node, card.address().hex());
            } else if (ring != null && ring.left.contains(node.number())) {
                wrong("somebody is in a circle that they left", node, card.address().hex());
            }
        }
        for (OfferView offer : views.offers()) {
            if (!diary.findRing(offer.id()).map(ring -> ring.may.contains(node.number())).orElse(diary.someMake())) {
                wrong("somebody was offered a circle that nobody handed them", node, offer.id().hex());
            }
        }
        views.invitations().forEach(view -> invitation(node, view));
        if (!node.envelopeTurned()) {
            diary.rings().forEach(ring -> carried(node, views, ring));
        }
    }

    private void invitation(SimNode node, InvitationView view) {
        Diary.Link link = diary.links().get(view.id());
        if (link == null) {
            return;
        }
        if (!view.checkWords().isEmpty() && view.stage() == InvitationView.Stage.DONE) {
            List<Integer> others = words.putIfAbsent(view.id(), view.checkWords());
            if (others != null && !others.equals(view.checkWords())) {
                wrong("the words of an invitation differ", node, view.id().hex());
            }
        }
        if (link.by() == node.number() || view.stage() != InvitationView.Stage.DONE) {
            return;
        }
        Integer first = cameBy.putIfAbsent(view.id(), node.number());
        if (first != null && first != node.number()) {
            wrong("an invitation was used twice", node, view.id().hex());
        }
        Long followed = link.followed().get(node.number());
        if (followed == null || followed > link.made() + 7 * DAY + HOUR) {
            wrong("a late invitation was used", node, view.id().hex());
        }
        world.count("invitations seen through");
    }

    /** What a node takes of its machine. */
    void bounds(SimNode node) {
        if (node.disk().size() > VAULT_BYTES) {
            wrong("the vault outgrew its bound", node, node.disk().size() + " bytes");
        }
        long objects = Weigher.weigh(node.inMemory());
        long envelopes = node.store().count();
        world.most("objects in memory of one node", objects);
        world.most("envelopes stored by one node", envelopes);
        world.most("bytes in one vault", node.disk().size());
        if (objects > OBJECTS + OBJECTS_PER_ENVELOPE * envelopes) {
            wrong("memory outgrew its bound", node, objects + " objects with " + envelopes + " envelopes");
        }
    }

    /** Who followed into a fresh circle more than a day ago has brought there what of their own was open, and is open still. */
    private void carried(SimNode node, Views views, Ring ring) {
        Long since = ring.follows.get(node.number());
        boolean settled = since != null && node.trueSeconds() - since > DAY + HOUR && !node.watch().doubting() && node.watch().right() && !node.lacksRoom();
        if (ring.from.isEmpty() || since == null || !settled || ring.from.get().leaving.contains(node.number()) || !views.knows(ring.address)) {
            return;
        }
        Set<String> there = new HashSet<>();
        for (ThreadCard card : Eyes.cards(node, views, ring.address)) {
            there.add(card.ask().title());
        }
        for (Said said : diary.by(node.number())) {
            boolean open = said.circle.equals(ring.from.get().address) && said.sure && said.written < since && !said.mayBeClosed()
                    && said.leastLast * DAY > node.trueSeconds() && node.watch().peak() < (said.leastLast + 1) * DAY;
            if (open && !there.contains(said.token)) {
                wrong("an own thread was not carried over", node, said.token);
            }
        }
        world.count("circles carried into");
    }

    /** At the end: nobody keeps cipher text of days that are over. */
    void kept() {
        long now = Math.floorDiv(world.time.now(), 1000L);
        for (SimNode node : world.nodes()) {
            if (!node.lost() && node.usable()) {
                node.store().each(event -> event.expiration().filter(end -> end + (grace(event.publicKey()) + 1) * DAY < now)
                        .ifPresent(_ -> wrong("dead cipher text is kept", node, event.id().hex())));
                node.store().each(event -> diary.findRing(event.publicKey()).filter(ring -> ring.left.contains(node.number()))
                        .ifPresent(_ -> wrong("cipher text of a circle that was left is kept", node, event.id().hex())));
            }
        }
        for (SimRelay relay : world.relays()) {
            relay.store().each(event -> event.expiration().filter(end -> end + DAY < now)
                    .ifPresent(_ -> world.violation("a relay keeps what is over", relay.address() + ": " + event.id().hex())));
        }
    }

    private long grace(Bytes circle) {
        return diary.findRing(circle).map(ring -> ring.grace).orElse(1);
    }
}
