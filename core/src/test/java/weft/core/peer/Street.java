package weft.core.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weft.primitives.Bytes;
import weft.wire.message.ClientMessage;
import weft.wire.message.RelayMessage;

/** A channel between two nodes on one network, as if it were secure. */
final class Street {
    private final World world;
    private final int number;
    private final TinyNode caller;
    private final TinyNode called;
    private final Map<TinyNode, Map<Integer, Integer>> links = new HashMap<>();
    private boolean up = true;
    int messages;
    int proofs;

    private Street(World world, int number, TinyNode caller, TinyNode called) {
        this.world = world;
        this.number = number;
        this.caller = caller;
        this.called = called;
        links.put(caller, new HashMap<>());
        links.put(called, new HashMap<>());
    }

    static Street between(World world, TinyNode caller, TinyNode called) {
        int number = world.streets.size() + 1;
        Street street = new Street(world, number, caller, called);
        world.streets.put(number, street);
        Bytes session = TinyNode.P.sha256(Bytes.ofUnsigned(number));
        caller.inbox.add(new Input.Met(number, true, session));
        called.inbox.add(new Input.Met(number, false, session));
        world.settle();
        return street;
    }

    private TinyNode other(TinyNode node) {
        return node == caller ? called : caller;
    }

    boolean isUp() {
        return up;
    }

    int channels() {
        return links.get(caller).size();
    }

    boolean leads(TinyNode node, int link) {
        return links.getOrDefault(node, Map.of()).containsValue(link);
    }

    void prove(TinyNode from, List<Bytes> tags) {
        proofs = tags.size();
        other(from).inbox.add(new Input.Proved(number, tags));
    }

    void channel(TinyNode node, int channel, int link) {
        links.get(node).put(channel, link);
    }

    void part(TinyNode node) {
        if (up && links.containsKey(node)) {
            up = false;
            links.values().forEach(Map::clear);
            other(node).inbox.add(new Input.Parted(number));
        }
    }

    /** The network goes: both are told. */
    void fail() {
        up = false;
        links.values().forEach(Map::clear);
        links.keySet().forEach(node -> node.inbox.add(new Input.Parted(number)));
    }

    void ask(TinyNode from, int link, ClientMessage message) {
        over(from, link, at -> new Input.Asked(at, message));
    }

    void answer(TinyNode from, int link, RelayMessage message) {
        over(from, link, at -> new Input.Heard(at, message));
    }

    private void over(TinyNode from, int link, java.util.function.IntFunction<Input> input) {
        if (!up) {
            return;
        }
        messages++;
        links.get(from).forEach((channel, at) -> {
            Integer there = links.get(other(from)).get(channel);
            // A real channel keeps what comes before the other side has opened it.
            if (at == link && there != null) {
                other(from).inbox.add(input.apply(there));
            } else if (at == link) {
                other(from).inbox.add(new Input.Woke());
                world.later.add(() -> over(from, link, input));
            }
        });
    }
}
