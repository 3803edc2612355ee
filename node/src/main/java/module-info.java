/** The shell on a computer. */
@org.jspecify.annotations.NullMarked
module weft.node {
    requires static transitive org.jspecify;
    requires transitive weft.core;
    requires transitive weft.store;
    requires weft.pages;
    requires weft.jdk;
    requires weft.relay;
    requires weft.practice;
    requires weft.press;
    requires transitive weft.rounds;
    requires java.management;
    requires java.desktop;
    requires java.logging;
    requires java.net.http;
    requires jdk.httpserver;
    requires info.picocli;
    requires io.nayuki.qrcodegen;
    requires javax.jmdns;
    requires de.siegmar.fastcsv;

    exports weft.node.shell;
    exports weft.node.link;
    exports weft.node.near;
    exports weft.node.home;
    exports weft.node.web;

    uses weft.node.home.RoadNetwork;
}
