package weft.sim.life;

import java.util.List;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.InvitationView;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.sim.world.Dice;
import weft.sim.world.SimNode;

/** Somebody with a node. What they want to do is written into the diary before, and whether it was done after. */
final class Neighbour {
    private final Town town;
    private final Dice dice;
    final SimNode node;
    private final Asks asks;
    private final Gatherings gatherings;
    private final Shed shed;
    private final Shelf shelf;
    private final Wanderer wanderer;
    private boolean working = true;

    Neighbour(Town town, SimNode node, Dice dice) {
        this.town = town;
        this.node = node;
        this.dice = dice;
        this.asks = new Asks(this, dice);
        this.gatherings = new Gatherings(this, dice);
        this.shed = new Shed(this, dice);
        this.shelf = new Shelf(this, dice);
        this.wanderer = new Wanderer(this, dice);
    }

    /** From now on this person wants nothing new. */
    void rest() {
        working = false;
    }

    /** Wants something of the node; refused where the process ended on the way. */
    Outcome wish(Command command) {
        town.wishes++;
        return node.wish(command).orElse(new Outcome.Refused(Outcome.Refusal.NOT_STORED));
    }

    static boolean done(Outcome outcome) {
        return !(outcome instanceof Outcome.Refused);
    }

    /** Starts a circle; nothing where it didn't work. */
    Optional<Bytes> found(String name, List<String> relays, int grace) {
        town.diary.mayMake(node.number(), true);
        if (wish(new Command.CircleNew(name, relays, grace)) instanceof Outcome.DoneCircle(Bytes address)) {
            town.diary.mayMake(node.number(), false);
            return Optional.of(address);
        }
        return Optional.empty();
    }

    /** An invitation for one person; nothing where it didn't work. */
    Optional<InvitationView> invites(Bytes circle) {
        if (wish(new Command.CircleInvite(circle)) instanceof Outcome.DoneInvitation(Bytes id)) {
            town.diary.invites(id, node.number(), node.seconds());
            return node.views().flatMap(views -> views.invitations().stream().filter(view -> view.id().equals(id)).findFirst());
        }
        return Optional.empty();
    }

    void joins(InvitationView invitation) {
        town.diary.follows(invitation.id(), node.number(), node.seconds());
        wish(new Command.CircleJoin(invitation.link().orElse(""), "the others"));
    }

    boolean isIn(Bytes circle) {
        return node.usable() && node.views().map(views -> views.knows(circle)).orElse(false);
    }

    /** One look at the pages, and perhaps something done. */
    void act() {
        if (!working || !node.usable()) {
            return;
        }
        Views views = node.views().orElseThrow();
        if (views.node().clockJumped()) {
            if (node.watch().right()) {
                wish(new Command.ConfirmDate());
            }
            return;
        }
        if (dice.chance(0.5)) {
            wanderer.act(views);
        }
        if (node.usable()) {
            something(node.views().orElseThrow());
        }
    }

    private void something(Views views) {
        if (views.circles().isEmpty()) {
            return;
        }
        Bytes circle = dice.one(views.circles()).address();
        int what = dice.below(100);
        if (what < 64) {
            asks.act(views, circle);
        } else if (what < 80) {
            gatherings.act(views, circle);
        } else if (what < 90) {
            shed.act(views, circle);
        } else {
            shelf.act(views, circle);
        }
    }

    /** The town, its diary and its sticks. */
    Town town() {
        return town;
    }
}
