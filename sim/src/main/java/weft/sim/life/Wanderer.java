package weft.sim.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.AcquaintanceCard;
import weft.core.view.CircleCard;
import weft.core.view.OfferView;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.sim.check.Ring;
import weft.sim.world.Dice;
import weft.sim.world.Planted;
import weft.sim.world.SimNode;

/** Leaving circles, and going on in fresh ones without somebody. */
final class Wanderer {
    private final Neighbour person;
    private final SimNode node;
    private final Dice dice;

    Wanderer(Neighbour person, Dice dice) {
        this.person = person;
        this.node = person.node;
        this.dice = dice;
    }

    void act(Views views) {
        Town town = person.town();
        for (CircleCard card : views.circles()) {
            Optional<Circle> circle = town.circle(card.address());
            if (circle.isEmpty()) {
                town.regroups.made(person, card.address());
            } else if (!circle.get().members.contains(person)) {
                Ring ring = town.diary.ring(card.address());
                if (ring.isLeaving(node.number())) {
                    leave(circle.get(), ring);
                } else {
                    town.regroups.entered(circle.get(), person);
                }
            } else if (circle.get().members.size() > 3 && dice.chance(chanceOfLeaving(circle.get()))) {
                leave(circle.get(), town.diary.ring(card.address()));
            } else if (town.now() >= circle.get().regroups && circle.get().members.size() > 3) {
                regroup(views, circle.get());
            }
        }
        views = node.usable() ? node.views().orElseThrow() : views;
        for (OfferView offer : node.usable() ? views.offers() : List.<OfferView>of()) {
            town.circle(offer.id()).ifPresent(fresh -> answer(offer, fresh));
        }
    }

    private double chanceOfLeaving(Circle circle) {
        return node.has(Planted.KEEPS_LEFT) ? 1 : person.town().regroups.isOlder(circle, person) ? 0.15 : 0.001;
    }

    private void leave(Circle circle, Ring ring) {
        ring.leaves(node.number());
        circle.members.remove(person);
        if (Neighbour.done(person.wish(new Command.CircleLeave(circle.address)))) {
            ring.left(node.number());
            person.town().world().count("circles left");
        }
    }

    /** Whom one knows in a circle, without some. */
    private List<Bytes> known(Views views, Circle circle, List<Neighbour> without) {
        List<Bytes> out = new ArrayList<>();
        for (AcquaintanceCard card : views.acquaintances()) {
            Optional<Neighbour> other = person.town().regroups.other(card.address(), person);
            if (card.shared().contains(circle.address) && other.isPresent() && !without.contains(other.get())) {
                out.add(card.address());
            }
        }
        return out;
    }

    private void regroup(Views views, Circle circle) {
        Town town = person.town();
        circle.regroups = Long.MAX_VALUE;
        List<Neighbour> without = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Neighbour one = dice.one(circle.members);
            if (one != person) {
                without.add(one);
            }
        }
        boolean lets = town.plants(Planted.LETS_IN);
        List<Bytes> asked = known(views, circle, lets ? List.of() : without);
        town.regroups.begins(person, circle, without, known(views, circle, without));
        if (person.wish(new Command.CircleRegroup(circle.address, "Mill Lane anew", asked)) instanceof Outcome.DoneCircle(Bytes address)) {
            town.regroups.made(person, address);
        }
    }

    private void answer(OfferView offer, Circle fresh) {
        if (!node.usable()) {
            return;
        }
        if (dice.chance(0.1)) {
            person.wish(new Command.RegroupIgnore(offer.id()));
            return;
        }
        Views views = node.views().orElseThrow();
        List<Bytes> asked = fresh.from.map(old -> known(views, old, fresh.without)).orElse(List.of());
        person.town().regroups.hands(person, fresh, asked);
        if (person.wish(new Command.RegroupFollow(offer.id(), "Mill Lane anew", asked)) instanceof Outcome.DoneCircle(Bytes address)
                && address.equals(fresh.address)) {
            person.town().regroups.entered(fresh, person);
        }
    }
}
