/** A blind relay: a step machine and a small shell around it. */
@org.jspecify.annotations.NullMarked
module weft.relay {
    requires static transitive org.jspecify;
    requires transitive weft.wire;
    requires transitive weft.store;
    requires weft.jdk;
    requires info.picocli;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.websocket.api;
    requires org.eclipse.jetty.websocket.server;

    exports weft.relay;
    exports weft.relay.step;

    opens weft.relay to info.picocli;
}
