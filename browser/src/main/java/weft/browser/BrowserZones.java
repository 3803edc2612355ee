package weft.browser;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Time zones as the browser knows them ({@code Intl}), from 2020 until seven years ahead: no entry speaks of another time. So the
 * program need not bring a table of its own, and a phone that was updated knows what changed since this was built.
 */
final class BrowserZones extends ZoneRulesProvider {
    private final Map<String, ZoneRules> known = new HashMap<>();

    @Override
    protected Set<String> provideZoneIds() {
        return Set.of(Host.zones());
    }

    @Override
    protected ZoneRules provideRules(String name, boolean caching) {
        ZoneRules found = known.get(name);
        if (found == null) {
            double[] changes = Host.zoneChanges(name);
            if (changes.length == 0) {
                throw new ZoneRulesException("this browser knows no time zone " + name);
            }
            found = rules(changes);
            known.put(name, found);
        }
        return found;
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String name) {
        NavigableMap<String, ZoneRules> only = new TreeMap<>();
        only.put("browser", provideRules(name, false));
        return only;
    }

    /** The offset at first, in seconds east of UTC, then in turn a moment in Unix seconds and the offset from then on. */
    static ZoneRules rules(double[] changes) {
        ZoneOffset first = ZoneOffset.ofTotalSeconds((int) changes[0]);
        ZoneOffset before = first;
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        for (int i = 1; i + 1 < changes.length; i += 2) {
            ZoneOffset after = ZoneOffset.ofTotalSeconds((int) changes[i + 1]);
            transitions.add(ZoneOffsetTransition.of(LocalDateTime.ofInstant(Instant.ofEpochSecond((long) changes[i]), before), before, after));
            before = after;
        }
        return ZoneRules.of(first, first, List.of(), transitions, List.of());
    }
}
