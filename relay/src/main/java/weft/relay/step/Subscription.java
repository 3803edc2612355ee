package weft.relay.step;

import java.util.List;
import weft.wire.event.Event;
import weft.wire.message.Filter;

/** What a client wants to hear of as it comes. Compared by identity: each REQ makes one. */
final class Subscription {
    final Link link;
    final String name;
    final List<Filter> filters;

    Subscription(Link link, String name, List<Filter> filters) {
        this.link = link;
        this.name = name;
        this.filters = filters;
    }

    boolean wants(Event event) {
        for (Filter filter : filters) {
            if (filter.matches(event)) {
                return true;
            }
        }
        return false;
    }
}
