package weft.node.demo;

/** How the three nodes of a demonstration reach each other once they have met. */
public enum Way {
    /** Through a relay. */
    RELAY,
    /** Over their network alone; the relay through which they met is switched off for good. */
    NETWORK,
    /** By bundles alone, carried from node to node; neither relay nor network. */
    STICK
}
