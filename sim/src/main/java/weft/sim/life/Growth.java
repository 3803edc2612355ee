package weft.sim.life;

import java.util.List;
import java.util.Optional;
import weft.core.view.AcquaintanceCard;
import weft.core.view.InvitationView;
import weft.core.view.Views;
import weft.sim.world.Dice;
import weft.sim.world.World;

/** How a circle grows: somebody founds it, members invite one after another; a link is late at times, or gets to two. */
final class Growth {
    private static final long MINUTE = 60_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final Town town;
    private final World world;
    private final Circle circle;
    private final Dice dice;

    Growth(Town town, Circle circle, Dice dice) {
        this.town = town;
        this.world = town.world();
        this.circle = circle;
        this.dice = dice;
    }

    void grow() {
        if (circle.address.size() == 0 && !circle.waiting.isEmpty()) {
            Neighbour founder = circle.waiting.getFirst();
            founder.found("Mill Lane", circle.relays, circle.grace).ifPresent(address -> {
                circle.address = address;
                circle.waiting.remove(founder);
                town.diary.circle(address, circle.grace, circle.byHand(), Optional.empty(), founder.node.number());
                joined(founder);
            });
        }
        // Each member who is there brings one at a time.
        int busy = Math.min(circle.waiting.size(), Math.max(1, circle.members.size() / 2));
        for (Neighbour newcomer : List.copyOf(circle.waiting.subList(0, circle.members.isEmpty() ? 0 : busy))) {
            Neighbour host = dice.one(circle.members);
            if (newcomer.node.lost() || newcomer.isIn(circle.address)) {
                circle.waiting.remove(newcomer);
            } else if (host.node.usable() && newcomer.node.usable() && !town.isCalm()) {
                host.invites(circle.address).ifPresent(link -> hand(link, host, newcomer));
            }
        }
        world.time.in(10 * MINUTE, this::grow);
    }

    private void hand(InvitationView link, Neighbour host, Neighbour newcomer) {
        circle.waiting.remove(newcomer);
        town.diary.ring(circle.address).may(newcomer.node.number());
        if (dice.chance(0.1)) {
            // It lies about for a while; nobody may come in by it any more.
            world.time.in(8 * DAY, () -> follows(link, host, newcomer));
            return;
        }
        follows(link, host, newcomer);
        if (!circle.waiting.isEmpty() && dice.chance(0.1)) {
            // It gets to two: whoever is second has to ask anew.
            Neighbour other = circle.waiting.removeFirst();
            town.diary.ring(circle.address).may(other.node.number());
            world.count("links that got to two");
            follows(link, host, other);
        }
    }

    private void follows(InvitationView link, Neighbour host, Neighbour newcomer) {
        newcomer.joins(link);
        world.time.in(2 * MINUTE, () -> arrives(link, host, newcomer, 40));
    }

    private void arrives(InvitationView link, Neighbour host, Neighbour newcomer, int tries) {
        if (circle.byHand() && !town.isCalm()) {
            town.sticks().meet(newcomer, host);
        }
        if (newcomer.isIn(circle.address)) {
            newcomer.node.watch().peakAtLeast(host.node.watch().peak());
            Views views = newcomer.node.views().orElseThrow();
            for (AcquaintanceCard card : views.acquaintances()) {
                if (!town.regroups.knows(card.address()) && came(views, link)) {
                    town.regroups.acquainted(card.address(), host, newcomer);
                }
            }
            joined(newcomer);
        } else if (tries > 0 && !gone(newcomer, link)) {
            world.time.in(tries > 20 ? 2 * MINUTE : 6 * HOUR, () -> arrives(link, host, newcomer, tries - 1));
        } else if (!newcomer.node.lost()) {
            circle.waiting.add(newcomer);
        }
    }

    private static Optional<InvitationView.Stage> stage(Views views, InvitationView link) {
        return views.invitations().stream().filter(view -> view.id().equals(link.id())).map(InvitationView::stage).findFirst();
    }

    private static boolean came(Views views, InvitationView link) {
        return stage(views, link).filter(InvitationView.Stage.DONE::equals).isPresent();
    }

    /** Whether the newcomer's node says that nothing will come of it. */
    private static boolean gone(Neighbour newcomer, InvitationView link) {
        if (!newcomer.node.usable()) {
            return false;
        }
        Optional<InvitationView.Stage> stage = stage(newcomer.node.views().orElseThrow(), link);
        return stage.isEmpty() || stage.get() == InvitationView.Stage.USED || stage.get() == InvitationView.Stage.LATE;
    }

    private void joined(Neighbour person) {
        if (!town.diary.isSomewhere(person.node.number())) {
            // While it was in no circle nothing could be destroyed, and no leap of its clock was worth a question.
            person.node.watch().started(person.node.views().orElseThrow().node().clockJumped(), person.node.seconds());
        }
        if (!circle.members.contains(person)) {
            circle.members.add(person);
            world.count("joined");
        }
        town.diary.joined(circle.address, person.node.number(), person.node.seconds());
    }
}
