/**
 * Distances along roads by car, bike and foot, from an OpenStreetMap extract on this machine (GraphHopper, Apache-2.0). A module of its own,
 * because its library is larger than the rest of the node.
 *
 * <p>May touch: the planner's model, the node's port for road networks, GraphHopper, and files beside the extract. Asks nobody anything.
 */
@NullMarked
package weft.roads;

import org.jspecify.annotations.NullMarked;
