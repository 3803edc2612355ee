package weft.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import weft.core.view.BoardQuery;
import weft.core.view.Views;
import weft.pages.Pages;
import weft.pages.Request;
import weft.primitives.Bytes;

/**
 * Requests that come while what is stored is given back. Most nodes are open again at once; who waits longer is told so, with how far it
 * is. The first page and the first page of a board need not wait: the one needs the vault alone, the other what is given back first.
 */
final class Waiting {
    /** How long a request waits for the node to be open before it is told so, in milliseconds. */
    private static final int PATIENCE = 1_500;
    private static final int ADDRESS = 32;

    private final List<One> all = new ArrayList<>();
    private boolean begun;
    private boolean boards;

    /** A request: how it is answered early, which tells whether it could be, and how it is answered otherwise. */
    private record One(BooleanSupplier early, Runnable whole) {}

    /** A request has come. */
    void add(BooleanSupplier early, Runnable whole) {
        if (begun && early.getAsBoolean()) {
            Host.attended();
            return;
        }
        if (begun) {
            Host.attended();
        }
        boolean[] done = {false};
        Runnable once = () -> {
            if (!done[0]) {
                done[0] = true;
                whole.run();
            }
        };
        all.add(new One(() -> {
            done[0] = done[0] || early.getAsBoolean();
            return done[0];
        }, once));
        Host.after(PATIENCE, once::run);
    }

    /** The vault is open and, where it is so, what boards show first is there. */
    void begin(boolean withBoards) {
        begun = true;
        boards = withBoards;
        if (!all.isEmpty()) {
            all.removeIf(one -> one.early().getAsBoolean());
            Host.attended();
        }
    }

    /** All is there, or nothing will be. */
    void end() {
        begun = false;
        List<One> rest = List.copyOf(all);
        all.clear();
        rest.forEach(one -> one.whole().run());
    }

    /** Whether a request can be answered before all is there. */
    boolean suits(Request request, Views views) {
        if (!request.method().equals("GET") || request.wantsJson() || !List.of("lang").containsAll(request.query().keySet())) {
            return false;
        }
        if (request.path().equals("/")) {
            return true;
        }
        Optional<Bytes> circle = request.path().startsWith("/c/") ? Bytes.parseHex(request.path().substring(3)) : Optional.empty();
        return boards && circle.filter(address -> address.size() == ADDRESS)
                .flatMap(address -> views.board(BoardQuery.all(address), 0, 0)).filter(board -> board.count() >= Pages.BOARD_THREADS).isPresent();
    }
}
