package weft.node.shell;

import java.util.List;
import weft.core.peer.Input;
import weft.primitives.Bytes;
import weft.wire.message.ClientMessage;
import weft.wire.message.RelayMessage;

/** The port through which a shell speaks to relays. No method throws; what goes wrong is told as an input. */
public interface Links extends AutoCloseable {
    /** Begins to open a link; {@link Input.LinkOpened} or {@link Input.LinkClosed} follows. */
    void open(int link, String address);

    /** Says something on a link; where the link is gone already, nothing happens. */
    void send(int link, ClientMessage message);

    /** Closes a link that was asked for; no input follows. */
    void shut(int link);

    /** The neighbours on the same network; without any where this way of reaching others has none. */
    default Near near() {
        return Near.NOBODY;
    }

    /** Closes all links; no input follows. */
    @Override
    void close();

    /** Neighbours on the same network. */
    interface Near {
        /** Where there are none. */
        Near NOBODY = new Near() {
            @Override
            public void prove(int neighbour, List<Bytes> tags) {}

            @Override
            public void channel(int neighbour, int channel, int link) {}

            @Override
            public void part(int neighbour) {}

            @Override
            public void meetAgain() {}

            @Override
            public void answer(int link, RelayMessage message) {}
        };

        /** Sends the proofs of this node's circles. */
        void prove(int neighbour, List<Bytes> tags);

        /** From now on this channel of a neighbour is a link. */
        void channel(int neighbour, int channel, int link);

        /** Hangs up; no input follows. */
        void part(int neighbour);

        /** Meets all who are there soon, those too who shared nothing before. */
        void meetAgain();

        /** Answers what a neighbour asked on a link. */
        void answer(int link, RelayMessage message);
    }

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
