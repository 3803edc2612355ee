package weft.node.near;

import weft.node.shell.Links;
import weft.wire.message.ClientMessage;

/** Links to relays and channels to neighbours, behind one port. */
public final class AllLinks implements Links {
    private final Links relays;
    private final NearNode near;

    /** Takes both as its own. */
    public AllLinks(Links relays, NearNode near) {
        this.relays = relays;
        this.near = near;
    }

    @Override
    public void open(int link, String address) {
        relays.open(link, address);
    }

    @Override
    public void send(int link, ClientMessage message) {
        if (near.leads(link)) {
            near.ask(link, message);
        } else {
            relays.send(link, message);
        }
    }

    @Override
    public void shut(int link) {
        // A neighbour's channel is shut by parting.
        relays.shut(link);
    }

    @Override
    public Near near() {
        return near;
    }

    @Override
    public void close() {
        near.close();
        relays.close();
    }
}
