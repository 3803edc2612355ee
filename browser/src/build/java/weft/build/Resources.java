package weft.build;

import java.util.ArrayList;
import java.util.List;
import org.teavm.classlib.ResourceSupplier;
import org.teavm.classlib.ResourceSupplierContext;

/**
 * Names the files that go into a phone's program beside the code: the characters that Markdown knows by name, the shelf of
 * practices, and what maps need.
 * It runs inside the compiler for phones, on whatever Java Maven was started with, so it is compiled for an older one.
 */
@SuppressWarnings("deprecation")
public final class Resources implements ResourceSupplier {
    private static final String[] PRACTICES = {"kitchen-for-50", "community-fridge", "tool-library", "phone-tree", "paperwork-first-aid", "repair-day",
        "childcare-pool", "heat-and-cold", "delivery-rounds", "start-and-end-a-circle"};

    @Override
    public String[] supplyResources(ResourceSupplierContext context) {
        List<String> names = new ArrayList<>();
        names.add("org/commonmark/internal/util/entities.txt");
        for (String ofMaps : new String[] {"world.txt", "ground.css", "map.css", "map.js"}) {
            names.add("weft/pages/map/" + ofMaps);
        }
        for (String language : new String[] {"en", "fr"}) {
            for (String practice : PRACTICES) {
                names.add("weft/practice/shelf/" + language + "/" + practice + ".md");
            }
        }
        return names.toArray(new String[0]);
    }
}
