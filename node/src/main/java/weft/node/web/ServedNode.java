package weft.node.web;

import weft.node.home.OwnNode;
import weft.node.home.RunFile;

/** A node with its pages, and the run file by which the command line finds it. */
public final class ServedNode implements AutoCloseable {
    private final OwnNode node;
    private final WebServer web;

    private ServedNode(OwnNode node, WebServer web) {
        this.node = node;
        this.web = web;
    }

    /**
     * Takes the folder and begins to serve.
     *
     * @param port on loopback; 0 takes a free one
     * @throws weft.store.StoreException where the folder can't be used
     * @throws WebServer.PortInUse where another program has the port
     */
    public static ServedNode start(OwnNode.Setting setting, int port) {
        OwnNode node = OwnNode.at(setting);
        WebServer web = null;
        try {
            web = new WebServer(node, port);
            new RunFile(web.port(), web.lineToken(), ProcessHandle.current().pid()).write(setting.folder(), setting.primitives());
            return new ServedNode(node, web);
        } catch (RuntimeException e) {
            if (web != null) {
                web.close();
            }
            node.close();
            throw e;
        }
    }

    /** The node. */
    public OwnNode node() {
        return node;
    }

    /** Its pages. */
    public WebServer web() {
        return web;
    }

    /** Stops both and takes the run file away. */
    @Override
    public void close() {
        web.close();
        try {
            RunFile.delete(node.folder(), node.primitives());
        } catch (weft.store.StoreException e) {
            // A run file that stays behind names a port on which nobody answers; the command line says so.
        }
        node.close();
    }
}
