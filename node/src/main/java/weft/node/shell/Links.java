package weft.node.shell;

import weft.core.peer.Input;
import weft.wire.message.ClientMessage;

/** The port through which a shell speaks to relays. No method throws; what goes wrong is told as an input. */
public interface Links extends AutoCloseable {
    /** Begins to open a link; {@link Input.LinkOpened} or {@link Input.LinkClosed} follows. */
    void open(int link, String address);

    /** Says something on a link; where the link is gone already, nothing happens. */
    void send(int link, ClientMessage message);

    /** Closes a link that was asked for; no input follows. */
    void shut(int link);

    /** Closes all links; no input follows. */
    @Override
    void close();

    /** Where a link's inputs go. */
    interface Ear {
        /**
         * Takes an input.
         *
         * @param input what happened
         * @param handled run once the input has been stepped: then the link may read on
         */
        void hear(Input input, Runnable handled);
    }

    /** Makes links that tell an ear. */
    interface Maker {
        /** Makes them; nothing is opened yet. */
        Links make(Ear ear);
    }
}
